import { beforeAll, expect, it } from '@jest/globals';
import type { ReadCloseOuts } from '@redress/contracts/rectification/close-out-desk';
import {
  deadline,
  inspector,
  lead,
  leadUnit,
  officer,
  strangeUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  ask,
  assign,
  assigned,
  attached,
  attachedMore,
  planned,
  rejected,
  reported,
  requested,
  requestedAgain,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { rowsAndEvents } from '../desk.examples.js';
import { firstTeam, judgingDesk } from '../judging/judging.examples.js';
import { ledger } from '../ledger/ledger.js';
import { CloseOutDeskHandler } from './close-out-desk.handler.js';

const task = (digit: number): TaskId => `0190a5c4-1111-7aaa-8aaa-00000000009${String(digit)}` as TaskId;
const [ours, urgent] = [task(1), task(2)];
const of = (taskId: TaskId, event: TaskEvent, change: object = {}): TaskEvent =>
  ({ ...event, data: { ...event.data, taskId, ...change } }) as TaskEvent;
const theirs = { leadUnit: strangeUnit, supportingUnits: [], deadline: '2026-03-20' as Day };
const plan = (taskId: TaskId) => [of(taskId, accepted), of(taskId, planned), of(taskId, reported)];

let handler: CloseOutDeskHandler;
beforeAll(async () => {
  const rows = await rowsAndEvents(
    ledger,
    [of(urgent, assigned, theirs), of(urgent, requested), of(urgent, attachedMore)],
    [of(ours, assigned), ...plan(ours), of(ours, attached), of(ours, requested)],
    [of(task(3), assigned)],
    [of(task(4), assigned), of(task(4), requested), of(task(4), verified)],
    [of(task(5), assigned), of(task(5), requested), of(task(5), rejected)],
  );
  const clock = new StoppedClock('2026-03-24T01:00:00.000Z' as Instant);
  handler = new CloseOutDeskHandler(judgingDesk(rows, '2026-03-24'), clock);
});

const read = async (
  query: ReadCloseOuts,
  actor: typeof inspector | typeof lead | typeof officer = inspector,
) => {
  const answer = await handler.readCloseOuts(query, actor);
  if ('rejected' in answer) throw new Error(answer.rejected);
  return answer.rows;
};

it.each<[ReadCloseOuts, readonly TaskId[]]>([
  [{}, [urgent, ours]],
  [{ order: 'desc' }, [ours, urgent]],
  [{ sort: 'deadline' }, [urgent, ours]],
  [{ sort: 'askedAt' }, [ours, urgent]],
  [{ leadUnit }, [ours]],
  [{ team: firstTeam }, [ours]],
])('%j finds what waits to be verified, what is urgent first', async (query, found) => {
  expect((await read(query)).map(({ taskId }) => taskId)).toEqual(found);
});

it('says what was promised, what is claimed, what is shown for it, and since when it waits', async () => {
  const [, row] = await read({});
  expect(row).toMatchObject({
    id: ask.entryId,
    taskId: ours,
    criterion: assign.criterion,
    deadline,
    measures: [{ what: 'Replace the pipe', criterion: 'It is dry', doneAt: expect.any(String) }, {}],
    summary: ask.summary,
    unfinished: ask.unfinished,
    askedAt: '2026-03-19T08:00:00.000Z',
    askedBy: lead.person,
    waitingDays: 5,
    evidence: [{ note: attached.data.note, sha256: attached.data.sha256 }],
    evidenceChanged: false,
    judges: [{ person: inspector.person, conflicts: [] }],
  });
});

it('says when something was attached since, for then nobody can verify', async () => {
  const [row] = await read({});
  expect(row).toMatchObject({ evidenceChanged: true, evidence: [{}], waitingDays: 4 });
});

it('shows a new request in place of the one before', async () => {
  const rows = await rowsAndEvents(ledger, [
    of(ours, assigned),
    of(ours, requested),
    of(ours, requestedAgain),
  ]);
  const clock = new StoppedClock('2026-03-20T09:00:00.000Z' as Instant);
  const desk = new CloseOutDeskHandler(judgingDesk(rows, '2026-03-20'), clock);
  expect(await desk.readCloseOuts({}, officer)).toMatchObject({
    rows: [{ id: requestedAgain.data.entryId, waitingDays: 0 }],
  });
});
