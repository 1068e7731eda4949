import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { type Event, versioned } from '@redress/contracts/event';
import {
  begun,
  listed,
  otherOpinionId,
  otherTaskId,
  resolved,
  taskClosed,
} from '@redress/contracts/rectification/issue.examples';
import {
  day30,
  inspector,
  lead,
  officer,
  plumber,
  strangeUnit,
  supportingUnit,
  today,
  leadUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  accept,
  accepted,
  askAgain,
  askForTime,
  assign,
  assigned,
  attached,
  attachMore,
  change,
  close,
  closed,
  giveBack,
  grant,
  granted,
  issueId,
  lapsed,
  name,
  plan,
  planned,
  refuse,
  refused,
  reassign,
  reassigned,
  rejectIt,
  reopen,
  reopened,
  report,
  reported,
  requested,
  returnBy,
  returned,
  timeAsked,
  verified,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { EntryId, ExtensionId } from '@redress/contracts/values';
import { type Aggregate, fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import { having } from '@redress/eventsourcing/spec';
import { acceptTask } from './accept-task/accept-task.js';
import { assignTask } from './assign-task/assign-task.js';
import { attachEvidence } from './attach-evidence/attach-evidence.js';
import { changeMeasures } from './change-measures/change-measures.js';
import { closeTask } from './close-task/close-task.js';
import { grantExtension, refuseExtension, requestExtension } from './extend-deadline/extend-deadline.js';
import { followTask } from './follow-tasks/follow-tasks.js';
import { issues } from './issue/issue.js';
import { listIssue } from './list-issue/list-issue.js';
import { nameResponsible } from './name-responsible/name-responsible.js';
import { planMeasures } from './plan-measures/plan-measures.js';
import { reopenTask } from './reopen-task/reopen-task.js';
import { reportProgress } from './report-progress/report-progress.js';
import { requestCloseOut } from './request-close-out/request-close-out.js';
import { DEFAULT_POLICY } from './policy/default-policy.js';
import { reassignTask, returnTask } from './return-task/return-task.js';
import { type Task, tasks } from './task/task.js';
import { rejectCloseOut, verifyCloseOut } from './verify-close-out/verify-close-out.js';

const workedOn = [assigned, accepted, planned, reported, attached];
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The table under a heading of the README: for each line and column, what the cell says. */
const tableUnder = (heading: string): Table => {
  const section = readme.split('\n## ').find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const [[, ...columns] = [], , ...rows] = lines.map(cellsOf);
  return Object.fromEntries(
    rows.map(([name, ...cells]) => [
      name,
      Object.fromEntries(cells.map((cell, index) => [columns[index], cell])),
    ]),
  ) as Table;
};

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim().replaceAll('`', ''));

type Commands<State, E> = Readonly<Record<string, (state: State) => Decision<E, string>>>;

/** What each command does in each status: where it leads, or why it is rejected. */
const driven = <State extends { readonly status: string }, E extends Event>(
  aggregate: Aggregate<State, E>,
  commands: Commands<State, E>,
  histories: readonly (readonly E[])[],
  statusOf: (state: State) => string = ({ status }) => status,
): Table => {
  const states = histories.map((history) =>
    fold(
      aggregate,
      history.map((event) => versioned(aggregate, event)),
    ),
  );
  const cell = (state: State, decision: Decision<E, string>): string =>
    'rejected' in decision
      ? decision.rejected
      : `→ ${statusOf(decision.reduce((next, event) => aggregate.evolve(next, event), state))}`;
  return Object.fromEntries(
    Object.entries(commands).map(([name, decide]) => [
      name,
      Object.fromEntries(states.map((state) => [statusOf(state), cell(state, decide(state))])),
    ]),
  );
};

it('the README says what every command does to a task in every status', () => {
  const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
  // Each differs from what is in the histories: a repeat is silence in every status.
  const commands = {
    AssignTask: assignTask(
      { ...assign, title: 'Another' },
      officer,
      today,
      [{ status: 'listed', opinions: [], tasks: [] }],
      [assign.leadUnit, ...assign.supportingUnits],
      returnBy,
    ),
    ReturnTask: returnTask({ ...giveBack, entryId }, lead, today),
    ReassignTask: reassignTask(reassign, officer, today, [strangeUnit, supportingUnit], returnBy),
    AcceptTask: acceptTask({ ...accept, responsible: plumber }, lead, [leadUnit]),
    PlanMeasures: planMeasures({ ...plan, measures: plan.measures.slice(0, 1) }, lead),
    ChangeMeasures: changeMeasures(change, lead),
    NameResponsible: nameResponsible(name, lead, [leadUnit]),
    ReportProgress: reportProgress({ ...report, entryId }, lead),
    AttachEvidence: attachEvidence(attachMore, lead),
    RequestCloseOut: requestCloseOut(askAgain, lead),
    VerifyCloseOut: verifyCloseOut({ ...verify, where: 'Elsewhere' }, inspector, today, []),
    RejectCloseOut: rejectCloseOut(rejectIt, inspector, []),
    CloseTask: closeTask({ ...close, outcome: 'Another' }, officer),
    ReopenTask: reopenTask(reopen, officer),
    RequestExtension: requestExtension(askForTime, lead, today),
  };
  const histories = [
    [],
    [assigned],
    [assigned, returned],
    [assigned, accepted],
    workedOn,
    [...workedOn, requested],
    [...workedOn, requested, verified],
    [...workedOn, requested, verified, closed],
  ];
  expect(tableUnder('A task')).toEqual(driven(tasks, commands, histories));
});

it('the README says what every command does to a request for more time, in every status of the last one', () => {
  const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId;
  const commands = {
    RequestExtension: requestExtension({ ...askForTime, extensionId, until: day30 }, lead, today),
    GrantExtension: grantExtension(grant, officer, DEFAULT_POLICY),
    RefuseExtension: refuseExtension({ ...refuse, reason: 'Another' }, officer),
    CloseTask: closeTask(close, officer),
  };
  const histories = [[], [timeAsked], [timeAsked, granted], [timeAsked, refused], [timeAsked, lapsed]];
  const verifiedBefore = histories.map((history) => [...workedOn, requested, verified, ...history]);
  const statusOf = (task: Task): string =>
    task.status === 'unassigned' ? task.status : (task.extensions.at(-1)?.status ?? 'not asked');
  expect(tableUnder('More time')).toEqual(driven(tasks, commands, verifiedBefore, statusOf));
});

it('the README says what every event does to an issue in every status', () => {
  const { opinionId, ...listing } = { ...listed.data, opinionId: otherOpinionId };
  const commands = {
    OpinionListed: listIssue({ ...listing, opinionId }),
    TaskAssigned: followTask(issueId, having(assigned, { taskId: otherTaskId }), 0),
    TaskReassigned: followTask(issueId, reassigned, 17),
    TaskClosed: followTask(issueId, closed, 17),
    TaskReopened: followTask(issueId, reopened, 18),
  };
  const histories = [[], [listed], [listed, begun], [listed, begun, taskClosed, resolved]];
  expect(tableUnder('An issue')).toEqual(driven(issues, commands, histories));
});
