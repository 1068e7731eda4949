import { expect, it } from '@jest/globals';
import {
  approveTalk,
  holdTalk,
  proposeTalk,
  redDrawn,
  refuseTalk,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
  talkRefused,
} from '@redress/contracts/rectification/escalation.examples';
import { lead, leadingGroup, officer, today } from '@redress/contracts/rectification/people.examples';
import { assigned, giveBack } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { driven } from '@redress/eventsourcing/state-table';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import {
  approveEscalation,
  carryOutEscalation,
  proposeEscalation,
  refuseEscalation,
} from '../escalate-task/escalate-task.js';
import { returnTask } from '../return-task/return-task.js';
import { type Task, tasks } from '../task/task.js';
import { tableUnder } from './readme.examples.js';

it('the README says what every command does to a formal talk, in every status of the last one', () => {
  const entryId = '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId;
  const { on } = holdTalk;
  const commands = {
    ProposeEscalation: proposeEscalation({ ...proposeTalk, entryId }, officer, DEFAULT_POLICY),
    ApproveEscalation: approveEscalation(approveTalk, leadingGroup, DEFAULT_POLICY),
    RefuseEscalation: refuseEscalation({ ...refuseTalk, reason: 'Another' }, leadingGroup, DEFAULT_POLICY),
    CarryOutEscalation: carryOutEscalation({ ...holdTalk, record: 'Another' }, officer, on),
    ReturnTask: returnTask(giveBack, lead, today),
  };
  const answered = [talkProposed, talkApproved] as const;
  const histories = [
    [],
    [talkProposed],
    [talkProposed, talkRefused],
    answered,
    [...answered, talkHeld],
    [talkProposed, talkLapsed],
  ];
  const late = histories.map((history) => [assigned, redDrawn, ...history]);
  const statusOf = (task: Task): string =>
    task.status === 'unassigned' ? task.status : (task.escalations.at(-1)?.status ?? 'not proposed');
  expect(tableUnder('Formal talk and circular')).toEqual(driven(tasks, commands, late, statusOf));
});
