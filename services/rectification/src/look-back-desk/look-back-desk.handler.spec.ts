import { expect, it } from '@jest/globals';
import { lookBackOn, relapsed } from '@redress/contracts/rectification/aftermath.examples';
import type { ReadLookBacks } from '@redress/contracts/rectification/look-back';
import { inspector, leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { assigned, closed, reopened } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { idsOn, rowsAndEvents } from '../desk.examples.js';
import { firstTeam, judgingDesk } from '../judging/judging.examples.js';
import { ledger } from '../ledger/ledger.js';
import { LookBackDeskHandler } from './look-back-desk.handler.js';

const task = (digit: number): TaskId => `0190a5c4-1111-7aaa-8aaa-00000000009${String(digit)}` as TaskId;
const [ours, theirs] = [task(1), task(2)];
const dayBefore = '2026-06-19' as Day;

const of = (taskId: TaskId, event: TaskEvent, change: object = {}): TaskEvent =>
  ({ ...event, data: { ...event.data, taskId, ...change } }) as TaskEvent;
const earlier = { lookBack: { ...closed.data.lookBack, on: dayBefore } };

it.each<[ReadLookBacks, readonly TaskId[]]>([
  [{}, [theirs, ours]],
  [{ due: lookBackOn }, [theirs, ours]],
  [{ due: dayBefore }, [theirs]],
  [{ due: '2026-06-18' as Day }, []],
  [{ leadUnit }, [ours]],
  [{ team: firstTeam }, [ours]],
  [{ team: firstTeam, leadUnit: strangeUnit }, []],
])('finds the closed tasks at which somebody has to look: %j', async (query, found) => {
  const rows = await rowsAndEvents(
    ledger,
    [of(ours, assigned), of(ours, closed)],
    [of(theirs, assigned, { leadUnit: strangeUnit }), of(theirs, closed, earlier)],
    [of(task(3), assigned)],
    [of(task(4), assigned), of(task(4), closed), of(task(4), relapsed)],
    [of(task(5), assigned), of(task(5), closed), of(task(5), reopened)],
  );
  const clock = new StoppedClock(`${lookBackOn}T01:00:00.000Z` as Instant);
  const handler = new LookBackDeskHandler(judgingDesk(rows, lookBackOn), clock);
  const answer = await handler.readLookBacks(query, inspector);
  expect(idsOn(answer)).toEqual(found);
  expect('rows' in answer && answer.rows.map(({ judges }) => judges?.[0]?.person)).toEqual(
    found.map(() => inspector.person),
  );
});
