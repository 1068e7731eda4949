import { randomUUID } from 'node:crypto';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { CaseId, Instant, MessageId } from '@redress/contracts/values';
import type { EventStore } from '@redress/eventsourcing/event-store';

export const caseA = '0190a5c4-1111-7aaa-8aaa-00000000000a' as CaseId;
export const caseB = '0190a5c4-1111-7aaa-8aaa-00000000000b' as CaseId;

/** An event that carries a number, in a case. */
export const counted = (n: number, correlationId = caseA): NewEvent => ({
  type: 'Counted',
  data: { n },
  version: 1,
  id: randomUUID() as MessageId,
  actor: { role: 'system' },
  correlationId,
  causationId: randomUUID() as MessageId,
  happenedAt: '2026-03-20T08:00:00.000Z' as Instant,
});

export const numberIn = ({ data }: Pick<Recorded, 'data'>): number => (data as { n: number }).n;

/** Appends events with these numbers, each to a stream of its own. */
export const append = async (store: EventStore, numbers: readonly number[], of = caseA): Promise<void> => {
  for (const n of numbers) await store.append(`count-${String(n)}`, [counted(n, of)], -1);
};

/** The numbers from 1 to this. */
export const upTo = (last: number): readonly number[] =>
  Array.from({ length: last }, (_, index) => index + 1);
