import { expect, it } from '@jest/globals';
import { signed } from '@redress/contracts/rectification/aftermath.examples';
import { inspector, lead, responsible, today } from '@redress/contracts/rectification/people.examples';
import { ask, askAgain, rejectIt, requested, verify } from '@redress/contracts/rectification/task.examples';
import { having } from '@redress/eventsourcing/spec';
import { driven } from '@redress/eventsourcing/state-table';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { signCloseOut } from '../sign-close-out/sign-close-out.js';
import { toEvidence } from '../task/histories.examples.js';
import { type Task, tasks } from '../task/task.js';
import { rejectCloseOut, verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import { tableUnder } from './readme.examples.js';
import { independent } from '../task/standing.examples.js';

it('the README says what every command does to a close-out request, by its signature', () => {
  const commands = {
    SignCloseOut: signCloseOut(ask, lead, [lead.person]),
    VerifyCloseOut: verifyCloseOut(verify, inspector, today, independent),
    RejectCloseOut: rejectCloseOut(rejectIt, inspector, independent),
    RequestCloseOut: requestCloseOut(askAgain, lead, today, [responsible]),
  };
  const unsigned = having(requested, { signature: 'awaited' });
  const histories = [[requested], [unsigned], [unsigned, signed]];
  const worked = histories.map((history) => [...toEvidence, ...history]);
  const statusOf = (task: Task): string =>
    task.status === 'unassigned' ? task.status : (task.closeOuts.at(-1)?.signature ?? 'not asked');
  expect(tableUnder('Signature')).toEqual(driven(tasks, commands, worked, statusOf));
});
