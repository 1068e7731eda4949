import { randomUUIDv7 } from 'node:crypto';
import type { Envelope } from '@redress/contracts/envelope';
import type { Category, Event, JsonObject, NewEvent } from '@redress/contracts/event';
import type { CaseId, Instant, MessageId, PersonId, PostId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from './aggregate.js';

/** The smallest category that has a past: for the specs of whoever stores, folds or projects events. */
export type Counted = Event<'Counted', { n: number; by: string }>;

export const countedEvents: Category<Counted> = {
  name: 'count',
  lifts: { Counted: [({ count }: JsonObject) => ({ n: count ?? 0 }), (data) => ({ ...data, by: 'nobody' })] },
};

export const counts: Aggregate<number, Counted> = {
  ...countedEvents,
  initial: 0,
  evolve: (sum, { data }) => sum + data.n,
};

export const envelope: Envelope = {
  actor: {
    role: 'unit',
    person: '0190a5c4-0000-7000-8000-00000000000a' as PersonId,
    post: '0190a5c4-0000-7000-8000-00000000000b' as PostId,
    unit: '0190a5c4-0000-7000-8000-00000000000c' as UnitId,
  },
  correlationId: '0190a5c4-0000-7000-8000-000000000001' as CaseId,
  causationId: '0190a5c4-0000-7000-8000-000000000002' as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
};

/** A new event, with an id of its own. */
export const counted = (n: number, by = 'me'): NewEvent => ({
  ...envelope,
  type: 'Counted',
  version: 3,
  data: { n, by },
  id: randomUUIDv7() as MessageId,
});

export const numbersIn = (events: readonly { readonly data: JsonObject }[]): readonly unknown[] =>
  events.map(({ data }) => data['n']);
