import { expect, it } from '@jest/globals';
import { noticeSkipped } from '@redress/contracts/rectification/aftermath.examples';
import { day30, lead, officer, today } from '@redress/contracts/rectification/people.examples';
import {
  askForTime,
  grant,
  granted,
  lapsed,
  refuse,
  refused,
  timeAsked,
} from '@redress/contracts/rectification/more-time.examples';
import { close } from '@redress/contracts/rectification/task.examples';
import type { ExtensionId } from '@redress/contracts/values';
import { driven } from '@redress/eventsourcing/state-table';
import { closeTask } from '../close-task/close-task.js';
import { grantExtension, refuseExtension, requestExtension } from '../extend-deadline/extend-deadline.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { toVerification } from '../task/histories.examples.js';
import { type Task, tasks } from '../task/task.js';
import { tableUnder } from './readme.examples.js';

it('the README says what every command does to a request for more time, in every status of the last one', () => {
  const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId;
  const commands = {
    RequestExtension: requestExtension({ ...askForTime, extensionId, until: day30 }, lead, today),
    GrantExtension: grantExtension(grant, officer, DEFAULT_POLICY),
    RefuseExtension: refuseExtension({ ...refuse, reason: 'Another' }, officer),
    CloseTask: closeTask(close, officer, today, DEFAULT_POLICY),
  };
  const histories = [[], [timeAsked], [timeAsked, granted], [timeAsked, refused], [timeAsked, lapsed]];
  const verifiedBefore = histories.map((history) => [...toVerification, noticeSkipped, ...history]);
  const statusOf = (task: Task): string =>
    task.status === 'unassigned' ? task.status : (task.extensions.at(-1)?.status ?? 'not asked');
  expect(tableUnder('More time')).toEqual(driven(tasks, commands, verifiedBefore, statusOf));
});
