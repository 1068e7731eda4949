import { describe, it } from '@jest/globals';
import { signed, taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import { lead, officer, responsible, supporter } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  ask,
  assigned,
  attached,
  planned,
  rejected,
  reported,
  requested,
  requestedAgain,
} from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { asked, struckOff, unassigned, workedOn } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { signCloseOut } from './sign-close-out.js';

const { given } = specFor(tasks);
const unsigned = having(requested, { signature: 'awaited' });
const toUnsigned = [assigned, accepted, planned, reported, attached, unsigned] as const;
const awaited = given(...toUnsigned);
const done = given(...toUnsigned, signed);

const sign = { taskId: ask.taskId, entryId: ask.entryId };
const heads = [responsible, lead.person];
const otherHead = { ...lead, person: responsible };

describe('a head of the lead unit signs a close-out request', () => {
  it('that somebody else of the unit made', () => {
    awaited.when(signCloseOut(sign, lead, heads)).yields(signed);
    awaited.when(signCloseOut(sign, otherHead, heads)).yields(having(signed, { head: responsible }));
  });

  it('also a new request, after the one that they signed before was rejected', () => {
    const anew = having(requestedAgain, { signature: 'awaited' });
    const { entryId } = anew.data;
    given(...toUnsigned, signed, rejected, anew)
      .when(signCloseOut({ ...sign, entryId }, lead, heads))
      .yields(having(signed, { entryId }));
  });

  it('once: the same again, or the signature of another head, is a repeat', () => {
    for (const head of [lead, otherHead]) {
      done.when(signCloseOut(sign, head, heads)).changesNothing();
      given(...toUnsigned, signed, rejected)
        .when(signCloseOut(sign, head, heads))
        .changesNothing();
    }
    given(...toUnsigned.slice(0, 5), having(requested, { signature: 'given' }))
      .when(signCloseOut(sign, lead, heads))
      .changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, lead],
    ['not-the-lead-unit', awaited, { ...supporter, person: lead.person }],
    ['not-the-lead-unit', awaited, { ...officer, person: lead.person, unit: lead.unit }],
    ['not-a-head', awaited, { ...lead, person: officer.person }],
    ['not-a-head', awaited, { role: 'unit', unit: lead.unit }],
    ['no-such-close-out', workedOn, lead],
    ['task-is-closed', given(...toUnsigned, taskWithdrawn), lead],
    ['task-is-closed', struckOff, lead],
    ['close-out-replaced', given(...toUnsigned, requestedAgain), lead],
    ['close-out-already-answered', given(...toUnsigned, rejected), lead],
    ['signature-not-awaited', asked, lead],
  ] as const)('but is told %s', (reason, task, actor) => {
    task.when(signCloseOut(sign, actor, heads)).isRejected(reason);
  });
});
