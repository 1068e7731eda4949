import { describe, it } from '@jest/globals';
import {
  inspector,
  lead,
  officer,
  plumber,
  responsible,
  supporter,
  supportingUnit,
  today,
  leadUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  accept,
  accepted,
  assigned,
  attach,
  name,
  named,
  verify,
} from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { acceptTask } from '../accept-task/accept-task.js';
import {
  confirmed,
  justAccepted,
  justAssigned,
  putBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { verifyCloseOut } from '../verify-close-out/verify-close-out.js';
import { nameResponsible } from './name-responsible.js';
import { independent } from '../task/standing.examples.js';

const { given } = specFor(tasks);
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const handedOver = given(assigned, accepted, named);
const handedBack = given(
  assigned,
  accepted,
  named,
  having(named, { entryId, responsible, insteadOf: plumber }),
);

describe('the lead unit names who answers for the task from now on', () => {
  it('while the task is open', () => {
    for (const task of [justAccepted, workedOn, confirmed, putBack])
      task.when(nameResponsible(name, lead, [leadUnit])).yields(named);
  });

  it('once: the same again is a repeat, and so is the acceptance, however late', () => {
    handedBack.when(nameResponsible(name, lead, [leadUnit])).changesNothing();
    handedOver.when(acceptTask(accept, lead, [leadUnit])).changesNothing();
    handedOver
      .when(acceptTask({ ...accept, responsible: plumber }, lead, [leadUnit]))
      .isRejected('already-accepted');
  });

  it('and neither that person nor the one before verifies', () => {
    const sober = { ...named, data: { ...named.data, responsible: inspector.person } };
    for (const task of [given(assigned, accepted, sober), given(assigned, accepted, sober, named)])
      task
        .when(verifyCloseOut(verify, inspector, today, independent))
        .isRejected('verifier-answers-for-the-task');
    const former = { ...inspector, person: responsible };
    handedOver
      .when(verifyCloseOut(verify, former, today, independent))
      .isRejected('verifier-answers-for-the-task');
  });

  it('but only somebody who is of that unit', () => {
    justAccepted.when(nameResponsible(name, lead, [])).isRejected('responsible-is-elsewhere');
    justAccepted.when(nameResponsible(name, lead, [supportingUnit])).isRejected('responsible-is-elsewhere');
    justAccepted.when(nameResponsible(name, lead, [supportingUnit, leadUnit])).yields(named);
  });

  it.each([
    ['no-such-task', unassigned, name, lead],
    ['not-the-lead-unit', justAccepted, name, supporter],
    ['not-the-lead-unit', justAccepted, name, { ...officer, unit: lead.unit }],
    ['entry-id-is-taken', handedOver, { ...name, reason: 'Another' }, lead],
    ['entry-id-is-taken', handedOver, { ...name, responsible }, lead],
    ['entry-id-is-taken', workedOn, { ...name, entryId: attach.entryId }, lead],
    ['not-accepted-yet', justAssigned, name, lead],
    ['task-is-closed', struckOff, name, lead],
    ['already-responsible', justAccepted, { ...name, responsible }, lead],
    ['already-responsible', handedOver, { ...name, entryId }, lead],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(nameResponsible(command, actor, [leadUnit])).isRejected(reason);
  });
});
