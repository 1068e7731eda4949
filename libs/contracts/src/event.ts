import type { Envelope } from './envelope.js';
import type { PersonalFields, SealedFields } from './personal.js';
import type { Instant, MessageId, Position } from './values.js';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** A contract as data of an event: the same fields, and no class. */
export type Plain<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Field in keyof T]: Plain<T[Field]> };

/** One member of a union of events. What is not JSON, a `Date` for one, does not compile. */
export type Event<Type extends string = string, Data extends JsonObject = JsonObject> = {
  readonly type: Type;
  readonly data: Readonly<Data>;
};

/**
 * What reading needs: an event and the version its type had when it was written. What is sealed is not in the data until
 * it is opened.
 */
export type Stored = Event & { readonly version: number; readonly sealed?: SealedFields };

/** An event on its way to the store, with the envelope it came in. */
export type NewEvent = Stored & Readonly<Omit<Envelope, 'expectedRevision'>> & { readonly id: MessageId };

/** An event as it comes back, and as it is published. */
export type Recorded = NewEvent & {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
};

/**
 * All streams of one kind: how they are named, for each type one lift per version left behind, and which fields are
 * personal, so that they are sealed before they are stored.
 */
export type Category<E extends Event> = {
  readonly name: string;
  readonly lifts: Readonly<Record<E['type'], readonly Lift[]>>;
  readonly personal?: Readonly<Partial<Record<E['type'], readonly PersonalFields[]>>>;
  /** The field of a first event that names another stream of the category: whose that one is, this one is as well. */
  readonly continues?: string;
};
type Lift = (data: JsonObject) => JsonObject;

export const streamOf = ({ name }: { readonly name: string }, id: string): string => `${name}-${id}`;

/** An event in the version in which its type is written today. */
export const versioned = <E extends Event>({ lifts }: Category<E>, event: E): E & Stored => ({
  ...event,
  version: lifts[event.type as E['type']].length + 1,
});

/** An event of a type or a version that the code does not know: newer code wrote it. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';
}

/**
 * An event of any past version, as if it had been written today.
 * @throws UnknownEvent
 */
export const lifted = <E extends Event, S extends Stored>({ name, lifts }: Category<E>, stored: S): E & S => {
  const { type, version } = stored;
  const known = (lifts as Readonly<Record<string, readonly Lift[]>>)[type];
  if (!known || version > known.length + 1)
    throw new UnknownEvent(`${name}: ${type} ${String(version)} is unknown here`);
  const data = known.slice(version - 1).reduce((old, lift) => lift(old), stored.data);
  return { ...stored, data } as unknown as E & S;
};
