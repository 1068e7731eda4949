import { describe, it } from '@jest/globals';
import {
  lead,
  officer,
  plumber,
  stranger,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { accept, accepted } from '@redress/contracts/rectification/task.examples';
import { justAccepted, justAssigned, struckOff, unassigned } from '../task/histories.examples.js';
import { acceptTask } from './accept-task.js';

describe('the lead unit accepts', () => {
  it('and names who answers for the task', () => {
    justAssigned.when(acceptTask(accept, lead)).yields(accepted);
  });

  it('once: the same again is a repeat, however late', () => {
    struckOff.when(acceptTask(accept, lead)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, accept, lead],
    ['not-the-lead-unit', justAssigned, accept, supporter],
    ['not-the-lead-unit', justAssigned, accept, stranger],
    ['not-the-lead-unit', justAssigned, accept, { ...officer, unit: lead.unit }],
    ['already-accepted', justAccepted, { ...accept, responsible: plumber }, lead],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(acceptTask(command, actor)).isRejected(reason);
  });
});
