import type { SecondStep } from '@redress/contracts/identity/factors';
import type { FactorId, Instant, MessageId, PersonId, PostId, TokenId } from '@redress/contracts/values';

/** A session under the SHA-256 of its token. */
export type SessionSecret = {
  readonly sessionId: TokenId;
  /** Whether every step is taken; until then it is good for nothing but the next one. */
  readonly isComplete: boolean;
  /** While it is half-way: any one of these completes it. */
  readonly needs?: readonly SecondStep[];
  /** With what it was signed in. */
  readonly by: string;
  readonly post?: PostId;
  /** Of a sign-in at a provider: its session there, and sealed, what it said. */
  readonly provider?: { readonly sid?: string; readonly idToken: string };
  readonly beganAt: Instant;
  /** When its person last proved who they are. */
  readonly provedAt: Instant;
  readonly usedAt: Instant;
};

/** What a second factor is called, and since when it is there. */
type Called = { readonly name: string; readonly enrolledAt: Instant; readonly usedAt?: Instant };

/** For what a passkey is asked: to sign in, to prove who sits at a session, or to become a factor of that name. */
export type Challenge =
  | { readonly for: 'sign-in' }
  | { readonly for: 'proof'; readonly sessionId: TokenId }
  | { readonly for: 'enrolment'; readonly factorId: FactorId; readonly name: string };

/** What is kept, by its kind: each is known by an id, and all but what is sealed is of no use to who steals it. */
export type Kinds = {
  /** Under the id of the person. */
  password: { readonly hash: string };
  /** Under the SHA-256 of its text. */
  invitation: { readonly isUsed: boolean };
  /** The token of the first start, under its SHA-256. */
  setUp: { readonly madeAt: Instant };
  session: SessionSecret;
  /** Whom a provider knows, under the SHA-256 of who it says they are. */
  link: { readonly provider: string };
  /** What was noted when a browser was sent to a provider, under the SHA-256 of what it brings back. */
  ticket: {
    readonly provider: string;
    readonly returnTo: string;
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
  };
  /** What a browser is known by, under its SHA-256. */
  device: { readonly seenAt: Instant };
  /** Under the id of the factor. It is one only when the log knows it; `step` is the last one of which a code was used. */
  totp: Called & { readonly sealed: string; readonly step: number };
  /** Under the id that the authenticator gave it. It is a factor only when the log knows it. */
  passkey: Called & {
    readonly factorId: FactorId;
    readonly publicKey: string;
    readonly counter: number;
    readonly transports: readonly string[];
  };
  /** Under the SHA-256 of person and code. */
  recovery: Readonly<Record<string, never>>;
  /** Under the id of the person: by which request the codes were drawn that are there now, and from what besides the key. */
  drawing: { readonly cause: MessageId; readonly salt: string };
  /** An authenticator that is not confirmed yet, under the id that the factor will have. */
  totpBegun: { readonly name: string; readonly sealed: string };
  /** What somebody typed who asks to be registered, under the id of the request. */
  registration: { readonly sealed: string };
  /** What a passkey is asked to sign, under the SHA-256 of it. */
  challenge: { readonly what: Challenge };
};
export type Kind = keyof Kinds;

export type Kept<K extends Kind> = {
  readonly id: string;
  /** Absent for what is nobody's yet. */
  readonly person?: PersonId;
  readonly value: Kinds[K];
  /** From then on it is as if it were not there. */
  readonly expiresAt?: Instant;
};

/**
 * The port to what proves who somebody is. It is not in the log: an event is for ever, and goes to everybody; what is here is
 * for this service alone, and what is removed is gone. What has expired is not there.
 */
export abstract class Secrets {
  /** Keeps it unless there is one with that id already, and says whether it did. */
  abstract add<K extends Kind>(kind: K, kept: Kept<K>): Promise<boolean>;

  abstract find<K extends Kind>(kind: K, id: string): Promise<Kept<K> | undefined>;

  abstract ofPerson<K extends Kind>(kind: K, person: PersonId): Promise<readonly Kept<K>[]>;

  /** Puts it in the place of whatever has that id. */
  abstract put<K extends Kind>(kind: K, kept: Kept<K>): Promise<void>;

  /** Replaces what is there as `change` says, unless it says undefined; nobody else writes in between. Says whether it did. */
  abstract change<K extends Kind>(
    kind: K,
    id: string,
    change: (kept: Kept<K>) => Kept<K> | undefined,
  ): Promise<boolean>;

  /** Removes it; only one of many who ask at once gets it. */
  abstract take<K extends Kind>(kind: K, id: string): Promise<Kept<K> | undefined>;

  /** Removes all of these kinds of a person, and says how many. */
  abstract removeAll(kinds: readonly Kind[], person: PersonId): Promise<number>;

  /** Removes all of a kind. */
  abstract clear(kind: Kind): Promise<void>;

  /** Removes what has expired. */
  abstract prune(): Promise<void>;

  abstract close(): void;
}
