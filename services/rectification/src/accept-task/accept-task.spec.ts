import { describe, it } from '@jest/globals';
import {
  lead,
  officer,
  plumber,
  stranger,
  supporter,
  leadUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { accept, accepted } from '@redress/contracts/rectification/task.examples';
import { justAccepted, justAssigned, struckOff, unassigned } from '../task/histories.examples.js';
import { acceptTask } from './accept-task.js';

describe('the lead unit accepts', () => {
  it('and names who answers for the task', () => {
    justAssigned.when(acceptTask(accept, lead, [leadUnit])).yields(accepted);
  });

  it('once: the same again is a repeat, however late', () => {
    struckOff.when(acceptTask(accept, lead, [leadUnit])).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, accept, lead],
    ['not-the-lead-unit', justAssigned, accept, supporter],
    ['not-the-lead-unit', justAssigned, accept, stranger],
    ['not-the-lead-unit', justAssigned, accept, { ...officer, unit: lead.unit }],
    ['already-accepted', justAccepted, { ...accept, responsible: plumber }, lead],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(acceptTask(command, actor, [leadUnit])).isRejected(reason);
  });

  it('but names nobody who is of other units only', () => {
    justAssigned.when(acceptTask(accept, lead, [])).isRejected('responsible-is-elsewhere');
    justAssigned.when(acceptTask(accept, lead, [supportingUnit])).isRejected('responsible-is-elsewhere');
    justAssigned.when(acceptTask(accept, lead, [supportingUnit, leadUnit])).yields(accepted);
  });
});
