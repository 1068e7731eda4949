import { describe, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  plumber,
  responsible,
  supportingUnit,
  today,
  tomorrow,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import {
  askAgain,
  assigned,
  rejected,
  rejectIt,
  requested,
  verified,
  verify,
} from '@redress/contracts/rectification/task.examples';
import { overrideId } from '@redress/contracts/inspection/interest.examples';
import type { Actor } from '@redress/contracts/envelope';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  asked,
  askedAgain,
  askedBeforeMoreEvidence,
  confirmed,
  confirmedThenAskedAgain,
  sentBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { rejectCloseOut, verifyCloseOut } from './verify-close-out.js';
import { belongingTo, independent, lately } from '../task/standing.examples.js';

const takenBack = specFor(tasks).given(assigned, requested, taskWithdrawn);
const elsewhere = { ...verify, where: 'Elsewhere' };
const more = { ...rejectIt, missing: 'And the door' };

describe.each<Actor>([inspector, officer])('the $role answers a close-out request', (verifier) => {
  it('by confirming what was seen, today or before', () => {
    asked.when(verifyCloseOut(verify, verifier, today, independent)).yields(verified);
    asked
      .when(verifyCloseOut({ ...verify, on: yesterday }, verifier, today, independent))
      .yields(having(verified, { on: yesterday }));
  });

  it('by saying what is missing, even when evidence came since', () => {
    asked.when(rejectCloseOut(rejectIt, verifier, independent)).yields(rejected);
    askedBeforeMoreEvidence.when(rejectCloseOut(rejectIt, verifier, independent)).yields(rejected);
  });

  it('once: the same again is a repeat, however late', () => {
    struckOff.when(verifyCloseOut(verify, verifier, today, independent)).changesNothing();
    confirmedThenAskedAgain.when(verifyCloseOut(verify, verifier, today, independent)).changesNothing();
    sentBack.when(rejectCloseOut(rejectIt, verifier, independent)).changesNothing();
  });

  it('if it is the newest', () => {
    const newest = { ...verify, entryId: askAgain.entryId };
    askedAgain.when(verifyCloseOut(newest, verifier, today, independent)).yields(having(verified, newest));
  });

  it.each([
    ['no-such-task', unassigned, verifier],
    ['not-a-verifier', asked, lead],
    ['not-a-verifier', asked, auditor],
    ['verifier-is-unnamed', asked, { role: verifier.role, unit: verifier.unit }],
    ['verifier-is-unnamed', asked, { role: verifier.role, person: verifier.person }],
    ['verifier-of-a-responsible-unit', asked, { ...verifier, unit: leadUnit }],
    ['verifier-of-a-responsible-unit', asked, { ...verifier, unit: supportingUnit }],
    ['verifier-answers-for-the-task', asked, { ...verifier, person: responsible }],
    ['verifier-answers-for-the-task', asked, { ...verifier, person: plumber }],
    ['no-such-close-out', workedOn, verifier],
    ['close-out-replaced', askedAgain, verifier],
    ['close-out-replaced', confirmedThenAskedAgain, verifier],
    ['close-out-already-answered', confirmed, verifier],
    ['close-out-already-answered', sentBack, verifier],
    ['close-out-already-answered', struckOff, verifier],
    ['task-is-closed', takenBack, verifier],
  ] as const)('but is told %s', (reason, task, actor) => {
    task.when(verifyCloseOut(elsewhere, actor as Actor, today, independent)).isRejected(reason);
    task.when(rejectCloseOut(more, actor as Actor, independent)).isRejected(reason);
  });

  it('but not with another post in a responsible unit', () => {
    for (const unit of [leadUnit, supportingUnit]) {
      const units = [verifier.unit, unit].filter((one) => one !== undefined);
      asked
        .when(verifyCloseOut(verify, verifier, today, belongingTo(...units)))
        .isRejected('verifier-of-a-responsible-unit');
      asked
        .when(rejectCloseOut(rejectIt, verifier, belongingTo(...units)))
        .isRejected('verifier-of-a-responsible-unit');
    }
  });

  it('but not after leaving a responsible unit lately, unless the office let that pass', () => {
    const standing = lately(supportingUnit);
    asked.when(verifyCloseOut(verify, verifier, today, standing)).isRejected('verifier-is-recused');
    asked.when(rejectCloseOut(rejectIt, verifier, standing)).isRejected('verifier-is-recused');
    const permitted = lately(supportingUnit, overrideId);
    const { recusal } = permitted;
    asked.when(verifyCloseOut(verify, verifier, today, permitted)).yields(having(verified, { recusal }));
    asked.when(rejectCloseOut(rejectIt, verifier, permitted)).yields(having(rejected, { recusal }));
  });

  it('once, also when more is known of them by then', () => {
    const standing = lately(supportingUnit, overrideId);
    confirmed.when(verifyCloseOut(verify, verifier, today, standing)).changesNothing();
    sentBack.when(rejectCloseOut(rejectIt, verifier, standing)).changesNothing();
  });

  it('but does not confirm what was seen tomorrow, nor evidence that the request does not name', () => {
    asked
      .when(verifyCloseOut({ ...verify, on: tomorrow }, verifier, today, independent))
      .isRejected('seen-in-the-future');
    askedBeforeMoreEvidence
      .when(verifyCloseOut(verify, verifier, today, independent))
      .isRejected('evidence-changed');
  });
});
