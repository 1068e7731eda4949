import { beforeEach, describe, expect, it } from '@jest/globals';
import { personEvents } from '@redress/contracts/directory/organisation.events';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { citizen, opinionId, partId, submitted } from '@redress/contracts/intake/opinion.examples';
import type { JsonObject, NewEvent } from '@redress/contracts/event';
import { ERASED, UNAVAILABLE } from '@redress/contracts/personal';
import { type Instant, type MessageId, type PersonId, START } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { PersonIsErased } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { assert, asyncProperty, string } from 'fast-check';
import { InMemoryKeyRing } from './in-memory-key-ring.js';
import { KeysUnavailable } from './key-ring.js';
import { isProved } from './sealed-field.js';
import { SealedEventStore } from './sealed-event-store.js';
import { Sealing } from './sealing.js';

const visitEvents = {
  name: 'visit',
  personal: {
    EntriesRecorded: [
      { whose: 'entries.*.entryId', fields: ['entries.*.met.name', 'entries.*.met.capacity'] },
    ],
  },
};
const stream = `opinion-${opinionId}`;
const signed = { ...submitted.data, submitter: citizen, place: '三号楼' };
let made = 0;

const event = (type: string, data: JsonObject): NewEvent => ({
  id: `0190a5c4-0000-7aaa-8aaa-${String((made += 1)).padStart(12, '0')}` as MessageId,
  type,
  version: 1,
  data,
  actor: { role: 'submitter' },
  correlationId: opinionId as string as NewEvent['correlationId'],
  causationId: '0190a5c4-0000-7aaa-8aaa-0000000000d1' as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
});

let keys: InMemoryKeyRing;
let stored: InMemoryEventStore;
let sealing: Sealing;
let store: SealedEventStore;

beforeEach(() => {
  keys = new InMemoryKeyRing();
  stored = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:01.000Z' as Instant));
  sealing = new Sealing([personEvents, opinionEvents, visitEvents], keys);
  store = new SealedEventStore(stored, sealing);
});

const inClear = async (): Promise<string> => JSON.stringify(await stored.readAll(START, [''], 100));
const dataOf = async (name: string): Promise<readonly JsonObject[]> =>
  (await store.read(name)).map(({ data }) => data);

describe('what is declared personal', () => {
  it('is not in what is stored, and comes back as it was by every way of reading', async () => {
    const sent = event('OpinionSubmitted', signed);
    await store.append(stream, [sent], -1);
    for (const text of [signed.title, signed.text, signed.place]) expect(await inClear()).not.toContain(text);
    expect(await dataOf(stream)).toEqual([signed]);
    expect((await store.readAll(START, ['opinion-'], 10)).events).toEqual(await store.read(stream));
    for await (const { events } of store.follow(START, ['opinion-'], new AbortController().signal)) {
      expect(events).toEqual(await store.read(stream));
      break;
    }
    expect(await store.read(stream)).toMatchObject([{ id: sent.id, revision: 0 }]);
    expect((await store.read(stream))[0]).not.toHaveProperty('sealed');
    // What whoever appended it holds is as it was.
    expect(sent.data).toEqual(signed);
  });

  it('belongs to who is named in the first event of the stream, or of the stream that it goes on', async () => {
    await store.append(stream, [event('OpinionSubmitted', signed)], -1);
    await store.append(stream, [event('SubmitterAsked', { opinionId, question: '哪一层？' })], 0);
    const part = { opinionId: partId, whole: opinionId, channel: 'web-form', title: '灯', text: '灯不亮' };
    await store.append(`opinion-${partId}`, [event('OpinionPartBegun', part)], -1);
    expect(await inClear()).not.toMatch(/哪一层|灯/);
    keys.erase(citizen);
    expect(await dataOf(`opinion-${partId}`)).toEqual([{ ...part, title: ERASED, text: ERASED }]);
    expect(await dataOf(stream)).toMatchObject([{ text: ERASED }, { question: ERASED }]);
  });

  it('is stored as it is where nobody is known, and asks for no key', async () => {
    await store.append(stream, [event('OpinionSubmitted', submitted.data)], -1);
    await store.append(stream, [event('SubmitterWrote', { opinionId, text: '还在吵', asksBack: false })], 0);
    expect(await inClear()).toContain('还在吵');
    expect(await dataOf(stream)).toMatchObject([submitted.data, { text: '还在吵' }]);
    expect(keys.asked).toBe(0);
  });

  it('belongs in a list to who is in the same item', async () => {
    const [one, other] = ['0190a5c4-0000-7aaa-8aaa-00000000000a', '0190a5c4-0000-7aaa-8aaa-00000000000b'];
    const entries = [
      { entryId: one, met: { name: '李四', capacity: '值班员' } },
      { entryId: other, met: { name: '王五' } },
      { entryId: other, item: { itemId: 'a' } },
    ];
    await store.append('visit-1', [event('EntriesRecorded', { entries })], -1);
    expect(await inClear()).not.toMatch(/李四|值班员|王五/);
    keys.erase(one as PersonId);
    expect(await dataOf('visit-1')).toEqual([
      { entries: [{ entryId: one, met: { name: ERASED, capacity: ERASED } }, entries[1], entries[2]] },
    ]);
  });

  it('is whatever text there is', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary' }), async (text) => {
        const name = `opinion-${String((made += 1))}`;
        await store.append(name, [event('OpinionSubmitted', { ...signed, text })], -1);
        expect(await dataOf(name)).toEqual([{ ...signed, text }]);
      }),
      { numRuns: 50 },
    );
  });
});

it('reads what was stored before anything was sealed', async () => {
  await stored.append(stream, [event('OpinionSubmitted', signed)], -1);
  expect(await dataOf(stream)).toEqual([signed]);
});

describe('a sealed text', () => {
  const sealedPair = async () => {
    const events = [0, 1].map((n) => event('PersonRenamed', { personId: citizen, name: `张三${String(n)}` }));
    await store.append(`person-${citizen}`, events, -1);
    const [one, other] = await stored.read(`person-${citizen}`);
    if (!one?.sealed?.['name'] || !other?.sealed?.['name']) throw new Error('they must be sealed');
    return { one, other, field: one.sealed['name'] };
  };

  it('cannot be moved to another event, another field or another stream', async () => {
    const { one, other, field } = await sealedPair();
    const moved = [
      { ...other, sealed: { name: field } },
      { ...one, sealed: { rosterNumber: field } },
      { ...one, stream: 'person-another' },
      { ...one, type: 'PersonRegistered' },
    ];
    for (const event of moved) {
      await expect(sealing.open([event])).rejects.toThrow();
      expect(JSON.stringify(await sealing.show([event]))).toContain(UNAVAILABLE);
    }
    expect(await sealing.open([one])).toMatchObject([{ data: { name: '张三0' } }]);
  });

  it('is another each time, and so is its proof', async () => {
    const name = '张三';
    const events = [0, 1].map(() => event('PersonRenamed', { personId: citizen, name }));
    await store.append(`person-${citizen}`, events, -1);
    const fields = (await stored.read(`person-${citizen}`)).map(({ sealed }) => sealed?.['name']);
    expect(new Set(fields.map((field) => field?.text)).size).toBe(2);
    expect(new Set(fields.map((field) => field?.proof)).size).toBe(2);
  });

  it('can be proved by who has the key', async () => {
    const { one, other, field } = await sealedPair();
    const place = { stream: one.stream, type: one.type, id: one.id, path: 'name' };
    const key = (await keys.toOpen([field.key])).get(field.key);
    if (!key || key === 'erased') throw new Error('the key must be there');
    expect(isProved(field, place, key, '张三0')).toBe(true);
    expect(isProved(field, place, key, '张三1')).toBe(false);
    const proof = other.sealed?.['name']?.proof ?? '';
    expect(isProved({ ...field, proof }, place, key, '张三0')).toBe(false);
  });
});

describe('without keys', () => {
  beforeEach(async () => {
    await store.append(stream, [event('OpinionSubmitted', signed)], -1);
    keys.isAway = true;
  });

  it('nothing personal is accepted, and all else is', async () => {
    const written = event('SubmitterWrote', { opinionId, text: '还在吵', asksBack: false });
    await expect(store.append(stream, [written], 0)).rejects.toBeInstanceOf(KeysUnavailable);
    expect(await stored.read(stream)).toHaveLength(1);
    await store.append(stream, [event('OpinionAcknowledged', { opinionId })], 0);
    expect(await stored.read(stream)).toHaveLength(2);
  });

  it('nothing is decided on, and what is shown says that it is unavailable', async () => {
    await expect(store.read(stream)).rejects.toBeInstanceOf(KeysUnavailable);
    await expect(store.readAll(START, ['opinion-'], 10)).rejects.toBeInstanceOf(KeysUnavailable);
    const [shown] = await store.shown(stream);
    expect(shown?.data).toMatchObject({ text: UNAVAILABLE, channel: signed.channel });
    keys.isAway = false;
    expect(await dataOf(stream)).toEqual([signed]);
  });
});

it('takes nothing more for a person who was erased', async () => {
  keys.erase(citizen);
  await expect(store.append(stream, [event('OpinionSubmitted', signed)], -1)).rejects.toBeInstanceOf(
    PersonIsErased,
  );
  expect(await stored.read(stream)).toEqual([]);
});
