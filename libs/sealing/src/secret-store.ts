import type { Instant, PersonId } from '@redress/contracts/values';

/** What is kept, by its kind; all of it is JSON. */
export type AnyKinds = Readonly<Record<string, object>>;

export type Kept<Value> = {
  readonly id: string;
  /** Absent for what is nobody's yet. */
  readonly person?: PersonId;
  readonly value: Value;
  /** From then on it is as if it were not there. */
  readonly expiresAt?: Instant;
};

/**
 * The port to what proves who somebody is. It is not in the log: an event is for ever, and goes to everybody; what is here is
 * for one service alone, and what is removed is gone. What has expired is not there. All copies of the service see the same,
 * and of many who do one thing at once one does it first.
 */
export abstract class SecretStore<Kinds extends AnyKinds> {
  /** Keeps it unless there is one with that id already, and says whether it did. */
  abstract add<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<boolean>;

  abstract find<K extends keyof Kinds & string>(kind: K, id: string): Promise<Kept<Kinds[K]> | undefined>;

  abstract ofPerson<K extends keyof Kinds & string>(
    kind: K,
    person: PersonId,
  ): Promise<readonly Kept<Kinds[K]>[]>;

  /** Puts it in the place of whatever has that id. */
  abstract put<K extends keyof Kinds & string>(kind: K, kept: Kept<Kinds[K]>): Promise<void>;

  /**
   * Replaces what is there as `change` says, unless it says undefined; nobody else writes in between, and `change` may be asked
   * again about what somebody else wrote before. Says whether it did.
   */
  abstract change<K extends keyof Kinds & string>(
    kind: K,
    id: string,
    change: (kept: Kept<Kinds[K]>) => Kept<Kinds[K]> | undefined,
  ): Promise<boolean>;

  /** Removes it; only one of many who ask at once gets it. */
  abstract take<K extends keyof Kinds & string>(kind: K, id: string): Promise<Kept<Kinds[K]> | undefined>;

  /** Removes all of these kinds of a person, and says how many. */
  abstract removeAll(kinds: readonly (keyof Kinds & string)[], person: PersonId): Promise<number>;

  /** Removes all of a kind. */
  abstract clear(kind: keyof Kinds & string): Promise<void>;

  /** Removes what has expired. */
  abstract prune(): Promise<void>;

  abstract close(): void | Promise<void>;
}

/** As it lies there, whatever it is. */
export type SecretRow = {
  readonly kind: string;
  readonly id: string;
  readonly person: PersonId | null;
  /** JSON. */
  readonly value: string;
  readonly expires: string | null;
};

export const rowOf = (kind: string, { id, person, value, expiresAt }: Kept<object>): SecretRow => ({
  kind,
  id,
  person: person ?? null,
  value: JSON.stringify(value),
  expires: expiresAt ?? null,
});

export const keptIn = <Value>({ id, person, value, expires }: Omit<SecretRow, 'kind'>): Kept<Value> =>
  ({
    id,
    ...(person !== null && { person }),
    value: JSON.parse(value) as Value,
    ...(expires !== null && { expiresAt: expires }),
  }) as Kept<Value>;
