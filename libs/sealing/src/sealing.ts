import type { KeyObject } from 'node:crypto';
import type { Category, Event, JsonObject, NewEvent, Recorded } from '@redress/contracts/event';
import { ERASED, type PersonalFields, type SealedFields, UNAVAILABLE } from '@redress/contracts/personal';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { PersonIsErased } from '@redress/eventsourcing/event-store';
import { type DataKey, type KeyRing, KeysUnavailable } from './key-ring.js';
import { allAt, alongside, without, withTexts } from './paths.js';
import { opened, sealed } from './sealed-field.js';

/** A category as far as sealing goes. */
export type Declared = Pick<Category<Event>, 'name' | 'continues'> & {
  readonly personal?: Readonly<Partial<Record<string, readonly PersonalFields[]>>>;
};

/** Whose a stream is by its first event, as far as it is said there. */
export type FirstData = (stream: string) => Promise<JsonObject | undefined>;

/** What it takes to open an event. */
export type Openable = Pick<Recorded, 'stream' | 'type' | 'id' | 'data' | 'sealed'>;

type ToSeal = { readonly path: string; readonly text: string; readonly person: PersonId };

/** Seals what categories declare to be personal, and opens whatever was sealed. */
export class Sealing {
  private readonly declared: ReadonlyMap<string, Declared>;

  constructor(
    categories: readonly Declared[],
    private readonly keys: KeyRing,
  ) {
    this.declared = new Map(categories.map((category) => [category.name, category]));
  }

  /** Whether something in an event of this type may have to be sealed. */
  concerns(stream: string, { type }: Event): boolean {
    return this.fieldsOf(stream, type).length > 0;
  }

  /** How the streams begin in which something may be sealed. */
  get prefixes(): readonly string[] {
    return [...this.declared].filter(([, { personal }]) => personal).map(([name]) => `${name}-`);
  }

  /** How many texts of this person an event has in clear; `first` holds the first data of the streams so far. */
  async textsOf(event: Recorded, person: PersonId, first: ReadonlyMap<string, JsonObject>): Promise<number> {
    if (!this.concerns(event.stream, event)) return 0;
    const found = await this.toSeal(event.stream, event, (stream) => Promise.resolve(first.get(stream)));
    return found.filter((one) => one.person === person).length;
  }

  /**
   * The events as they are stored.
   * @throws PersonIsErased, KeysUnavailable
   */
  async seal(stream: string, events: readonly NewEvent[], first: FirstData): Promise<readonly NewEvent[]> {
    const found = await Promise.all(events.map((event) => this.toSeal(stream, event, first)));
    const persons = [...new Set(found.flat().map(({ person }) => person))];
    if (persons.length === 0) return events;
    const keys = await this.keys.toSeal(persons);
    return events.map((event, index) => sealedEvent(stream, event, found[index] ?? [], keys));
  }

  /**
   * The events as they were before they were sealed; what was erased says so.
   * @throws KeysUnavailable
   */
  async open<Stored extends Openable>(events: readonly Stored[]): Promise<readonly Stored[]> {
    const ids = keyIdsIn(events);
    if (ids.length === 0) return events;
    const keys = await this.keys.toOpen(ids);
    return events.map((event) => openedEvent(event, keys, opened));
  }

  /** The same, except that what cannot be opened just now says so. For what is shown, never for what is decided on. */
  async show<Stored extends Openable>(events: readonly Stored[]): Promise<readonly Stored[]> {
    const ids = keyIdsIn(events);
    if (ids.length === 0) return events;
    const keys = await this.keys.toOpen(ids).catch((error: unknown): Keys => {
      if (error instanceof KeysUnavailable) return new Map();
      throw error;
    });
    return events.map((event) => openedEvent(event, keys, openedIfWhole));
  }

  private fieldsOf(stream: string, type: string): readonly PersonalFields[] {
    return this.categoryOf(stream)?.personal?.[type] ?? [];
  }

  private categoryOf(stream: string): Declared | undefined {
    return this.declared.get(stream.slice(0, stream.indexOf('-')));
  }

  private async toSeal(stream: string, event: NewEvent, first: FirstData): Promise<readonly ToSeal[]> {
    const { data } = event;
    const found = this.fieldsOf(stream, event.type).map(async ({ whose, fields }) => {
      const texts = fields.flatMap((path) => allAt(data, path));
      const inStream = texts.length > 0 ? this.ownerOf(stream, whose, first) : undefined;
      return Promise.all(
        texts.map(async ({ path, value }) => {
          const [own] = allAt(data, alongside(whose, path));
          const person = own?.value ?? (await inStream);
          return typeof value === 'string' && typeof person === 'string'
            ? [{ path, text: value, person: person as PersonId }]
            : [];
        }),
      );
    });
    return (await Promise.all(found)).flat(2);
  }

  private async ownerOf(stream: string, whose: string, first: FirstData): Promise<unknown> {
    const data = await first(stream);
    if (!data) return undefined;
    const [owner] = allAt(data, whose);
    if (owner) return owner.value;
    const { name = '', continues = '' } = this.categoryOf(stream) ?? {};
    const before = data[continues];
    return typeof before === 'string' ? this.ownerOf(`${name}-${before}`, whose, first) : undefined;
  }
}

/** Under which keys something in these events is sealed, each once. */
export const keyIdsIn = (events: readonly Pick<Recorded, 'sealed'>[]): readonly KeyId[] => {
  const ids = new Set<KeyId>();
  for (const { sealed: fields } of events)
    if (fields) for (const { key } of Object.values(fields)) ids.add(key);
  return [...ids];
};

const sealedEvent = (
  stream: string,
  event: NewEvent,
  found: readonly ToSeal[],
  keys: ReadonlyMap<PersonId, DataKey | 'erased'>,
): NewEvent => {
  if (found.length === 0) return event;
  const { type, id, data } = event;
  const fields = found.map(({ path, text, person }) => {
    const key = keys.get(person);
    if (key === 'erased') throw new PersonIsErased();
    if (!key) throw new KeysUnavailable('there is no key to seal with');
    return [path, sealed(key, { stream, type, id, path }, text)] as const;
  });
  const paths = found.map(({ path }) => path);
  return { ...event, data: without(data, paths), sealed: Object.fromEntries(fields) };
};

type Keys = ReadonlyMap<KeyId, KeyObject | 'erased'>;

const openedEvent = <Stored extends Openable>(event: Stored, keys: Keys, open: typeof opened): Stored => {
  if (!event.sealed) return event;
  const { sealed: fields, ...rest } = event;
  return { ...rest, data: withTexts(event.data, textsOf(event, fields, keys, open)) } as Stored;
};

const textsOf = (
  { stream, type, id }: Openable,
  fields: SealedFields,
  keys: Keys,
  open: typeof opened,
): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  for (const [path, field] of Object.entries(fields)) {
    const key = keys.get(field.key);
    if (key === 'erased') texts.set(path, ERASED);
    else texts.set(path, key ? open(field, { stream, type, id, path }, key) : UNAVAILABLE);
  }
  return texts;
};

const openedIfWhole: typeof opened = (field, place, key) => {
  try {
    return opened(field, place, key);
  } catch {
    return UNAVAILABLE;
  }
};
