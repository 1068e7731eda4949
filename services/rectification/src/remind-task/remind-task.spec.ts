import { describe, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import { remind, reminded } from '@redress/contracts/rectification/escalation.examples';
import { lead, leadingGroup, officer, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { assigned, attach, reassigned, returned } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { asked, justAssigned, putBack, struckOff, unassigned, workedOn } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { remindTask } from './remind-task.js';

const { given } = specFor(tasks);
const again = { ...remind, entryId: '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId };

describe('the office reminds the lead unit', () => {
  it('as long as something is owed, and as often as it likes', () => {
    for (const task of [justAssigned, workedOn, asked, putBack])
      task.when(remindTask(remind, officer)).yields(reminded);
    given(assigned, reminded).when(remindTask(again, officer)).yields(having(reminded, again));
  });

  it('that owes it now', () => {
    given(assigned, returned, reassigned)
      .when(remindTask(remind, officer))
      .yields(having(reminded, { leadUnit: strangeUnit }));
  });

  it('once with the same words, however late they are told again', () => {
    given(assigned, reminded, taskWithdrawn).when(remindTask(remind, officer)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, remind, officer],
    ['not-the-office', justAssigned, remind, lead],
    ['not-the-office', justAssigned, remind, leadingGroup],
    ['entry-id-is-taken', given(assigned, reminded), { ...remind, text: 'Another' }, officer],
    ['entry-id-is-taken', workedOn, { ...remind, entryId: attach.entryId }, officer],
    ['task-is-returned', given(assigned, returned), remind, officer],
    ['task-is-closed', struckOff, remind, officer],
    ['task-is-closed', given(assigned, taskWithdrawn), remind, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(remindTask(command, actor)).isRejected(reason);
  });
});
