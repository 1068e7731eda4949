import type { Instant, LetterId, MessageId } from '../values.js';
import type { UpkeepEvent } from './upkeep.events.js';

export const letterId = '0190a5c4-7777-5aaa-8aaa-000000000001' as LetterId;
const about = {
  letterId,
  reaction: 'tell-outcome',
  givenUpAt: '2026-03-20T08:00:00.000Z' as Instant,
  eventId: '0190a5c4-7777-7aaa-8aaa-000000000002' as MessageId,
};

export const requeued = { type: 'DeadLetterRequeued', data: about } satisfies UpkeepEvent;
export const dropped = {
  type: 'DeadLetterDropped',
  data: { ...about, reason: 'the task is gone' },
} satisfies UpkeepEvent;

// Total: an event without an example does not compile.
export const upkeepExamples: { readonly [E in UpkeepEvent as E['type']]: E } = {
  DeadLetterRequeued: requeued,
  DeadLetterDropped: dropped,
};
