import { expect, it } from '@jest/globals';
import {
  dismiss,
  noticePublished,
  object,
  objectionId,
} from '@redress/contracts/rectification/aftermath.examples';
import type { Actor } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import { envelope, leadUnit, lead, officer } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import type { Day, EntryId, Instant, MessageId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { membershipsOf } from '../membership/memberships.examples.js';
import { toVerification } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { ObjectToCloseOutHandler } from './object-to-close-out.handler.js';

const clock = new StoppedClock('2022-11-01T08:00:00.000Z' as Instant);
const overNationalDay = having(noticePublished, {
  term: { ...noticePublished.data.term, from: '2022-09-30' as Day, to: '2022-10-12' as Day },
});
const causationId = '0190a5c4-1111-7aaa-8aaa-000000000071' as MessageId;
const at = (happenedAt: string, actor: Actor = { role: 'submitter' }) => ({
  ...envelope,
  actor,
  causationId,
  happenedAt: happenedAt as Instant,
});

const begin = async (...units: UnitId[]) => {
  const store = new InMemoryEventStore(clock);
  await transact(store, tasks, taskId, envelope, () => [...toVerification, overNationalDay]);
  const handler = new ObjectToCloseOutHandler(store, clock, membershipsOf({ [officer.person]: units }));
  const log = () => store.read(streamOf(tasks, taskId));
  return { handler, log };
};

it('takes objections from midnight to midnight where the organisation is', async () => {
  const { handler } = await begin();
  const other = { ...object, objectionId: '0190a5c4-1111-7aaa-8aaa-000000000088' as EntryId };
  expect(await handler.raise(object, at('2022-09-29T15:59:59.999Z'))).toEqual({
    rejected: 'no-such-notice',
  });
  expect(await handler.raise(object, at('2022-09-29T16:00:00.000Z'))).toMatchObject({ revision: 8 });
  expect(await handler.raise(other, at('2022-10-12T16:00:00.000Z'))).toEqual({ rejected: 'notice-is-over' });
  expect(await handler.raise(other, at('2022-10-12T15:59:59.999Z'))).toMatchObject({ revision: 9 });
});

it('keeps nothing of whoever objects, signed in or not, and knows the same objection again', async () => {
  for (const actor of [{ role: 'submitter' } as const, lead]) {
    const { handler, log } = await begin();
    const first = await handler.raise(object, at('2022-10-09T04:00:00.000Z', actor));
    expect(await handler.raise(object, at('2022-10-20T04:00:00.000Z', officer))).toEqual(first);
    const [raised, ...more] = (await log()).slice(8);
    expect(more).toEqual([]);
    expect(raised?.actor).toEqual({ role: 'submitter' });
    const kept = JSON.stringify(raised);
    for (const secret of [lead.person, lead.post, causationId]) expect(kept).not.toContain(secret);
  }
});

it('asks the directory to which units whoever answers belongs besides', async () => {
  const moment = '2022-10-20T04:00:00.000Z';
  const { handler } = await begin(officer.unit, leadUnit);
  await handler.raise(object, at('2022-10-09T04:00:00.000Z'));
  expect(await handler.answer(dismiss, at(moment, officer))).toEqual({
    rejected: 'answerer-of-a-responsible-unit',
  });
  expect(await handler.answer(dismiss, at(moment, { role: 'office' }))).toEqual({
    rejected: 'answerer-is-unnamed',
  });

  const { handler: free, log } = await begin(officer.unit);
  await free.raise(object, at('2022-10-09T04:00:00.000Z'));
  expect(await free.answer(dismiss, at(moment, officer))).toMatchObject({ revision: 9 });
  expect((await log()).at(-1)).toMatchObject({ actor: officer, data: { objectionId, upheld: false } });
});
