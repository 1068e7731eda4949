import { describe, it } from '@jest/globals';
import { inspector, lead, officer } from '@redress/contracts/rectification/people.examples';
import { reopen, reopened } from '@redress/contracts/rectification/task.examples';
import { confirmed, putBack, struckOff, unassigned } from '../task/histories.examples.js';
import { reopenTask } from './reopen-task.js';

describe('the office reopens a closed task', () => {
  it('and says why', () => {
    struckOff.when(reopenTask(reopen, officer)).yields(reopened);
  });

  it.each([
    ['no-such-task', unassigned, reopen, officer],
    ['not-the-office', struckOff, reopen, inspector],
    ['not-the-office', struckOff, reopen, lead],
    ['not-closed', confirmed, reopen, officer],
    ['not-closed', putBack, { ...reopen, reason: 'Another' }, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(reopenTask(command, actor)).isRejected(reason);
  });
});
