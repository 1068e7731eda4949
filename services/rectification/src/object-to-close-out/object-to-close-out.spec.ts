import { describe, it } from '@jest/globals';
import {
  afterNotice,
  dismiss,
  noticeEnd,
  noticePublished,
  object,
  objected,
  objectionDismissed,
  objectionUpheld,
  otherObjectionId,
  taskWithdrawn,
  uphold,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  plumber,
  responsible,
  supportingUnit,
  today,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { askAgain, requestedAgain, verified } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  asked,
  confirmed,
  leftUnshown,
  objectedTo,
  objectionWasRight,
  objectionWasWrong,
  onNotice,
  struckOff,
  toNotice,
  unassigned,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { answerObjection, MOST_OBJECTIONS, raiseObjection } from './object-to-close-out.js';

const { given } = specFor(tasks);
const other = { ...object, objectionId: otherObjectionId };
const anew = { entryId: askAgain.entryId };
const shownAgain = [requestedAgain, having(verified, anew), having(noticePublished, anew)] as const;

/** So many objections to one notice, under ids of their own. */
const flood = Array.from({ length: MOST_OBJECTIONS }, (_, index) =>
  having(objected, { objectionId: `0190a5c4-5555-7aaa-8aaa-${String(index).padStart(12, '0')}` as EntryId }),
);

describe('anybody objects to a close-out', () => {
  it('from the first day of the public notice to the last', () => {
    onNotice.when(raiseObjection(object, today)).yields(objected);
    onNotice.when(raiseObjection(object, noticeEnd)).yields(objected);
  });

  it('once under an id: the same again is a repeat, however late', () => {
    for (const task of [objectedTo, objectionWasRight, objectionWasWrong])
      task.when(raiseObjection(object, afterNotice)).changesNothing();
  });

  it('also when others did, and to a later notice', () => {
    objectedTo.when(raiseObjection(other, today)).yields(having(objected, { objectionId: otherObjectionId }));
    given(...toNotice, objected, ...shownAgain)
      .when(raiseObjection(other, today))
      .yields(having(objected, { ...anew, objectionId: otherObjectionId }));
  });

  it.each([
    ['no-such-notice', unassigned, object, today],
    ['no-such-notice', asked, object, today],
    ['no-such-notice', confirmed, object, today],
    ['no-such-notice', leftUnshown, object, today],
    ['no-such-notice', struckOff, object, today],
    ['no-such-notice', objectionWasRight, other, today],
    ['no-such-notice', given(...toNotice, requestedAgain), object, today],
    ['no-such-notice', given(...toNotice, taskWithdrawn), object, today],
    ['no-such-notice', onNotice, object, yesterday],
    ['notice-is-over', onNotice, object, afterNotice],
    ['objection-id-is-taken', objectedTo, { ...object, text: 'Another' }, today],
    ['objection-id-is-taken', objectionWasRight, { ...object, text: 'Another' }, today],
    ['notice-is-full', given(...toNotice, ...flood), object, today],
  ] as const)('but is told %s', (reason, task, command, day) => {
    task.when(raiseObjection(command, day)).isRejected(reason);
  });

  it('as long as there is room, and again to the next notice', () => {
    given(...toNotice, ...flood.slice(1))
      .when(raiseObjection(object, today))
      .yields(objected);
    given(...toNotice, ...flood, ...shownAgain)
      .when(raiseObjection(object, today))
      .yields(having(objected, anew));
  });
});

describe('the office answers an objection', () => {
  it('which was right: the task is open again', () => {
    objectedTo.when(answerObjection(uphold, officer, [])).yields(objectionUpheld);
  });

  it('which was wrong: the notice goes on, and others may be right still', () => {
    objectedTo.when(answerObjection(dismiss, officer, [])).yields(objectionDismissed);
    given(...toNotice, objected, having(objected, { objectionId: otherObjectionId }), objectionDismissed)
      .when(answerObjection({ ...uphold, objectionId: otherObjectionId }, officer, []))
      .yields(having(objectionUpheld, { objectionId: otherObjectionId }));
  });

  it('once: the same again is a repeat, however late', () => {
    for (const more of [[], [requestedAgain], [taskWithdrawn]]) {
      given(...toNotice, objected, objectionUpheld, ...more)
        .when(answerObjection(uphold, officer, []))
        .changesNothing();
      given(...toNotice, objected, objectionDismissed, ...more)
        .when(answerObjection(dismiss, officer, []))
        .changesNothing();
    }
  });

  const both = [objected, having(objected, { objectionId: otherObjectionId })] as const;
  it.each([
    ['no-such-task', unassigned, officer],
    ['not-the-office', objectedTo, inspector],
    ['not-the-office', objectedTo, lead],
    ['not-the-office', objectedTo, leadingGroup],
    ['answerer-is-unnamed', objectedTo, { role: officer.role, unit: officer.unit }],
    ['answerer-is-unnamed', objectedTo, { role: officer.role, person: officer.person }],
    ['answerer-of-a-responsible-unit', objectedTo, { ...officer, unit: leadUnit }],
    ['answerer-of-a-responsible-unit', objectedTo, { ...officer, unit: supportingUnit }],
    ['answerer-answers-for-the-task', objectedTo, { ...officer, person: responsible }],
    ['answerer-answers-for-the-task', objectedTo, { ...officer, person: plumber }],
    ['no-such-objection', onNotice, officer],
    ['objection-overtaken', given(...toNotice, objected, requestedAgain), officer],
    ['objection-overtaken', given(...toNotice, objected, ...shownAgain), officer],
    ['objection-overtaken', given(...toNotice, objected, taskWithdrawn), officer],
    [
      'objection-overtaken',
      given(...toNotice, ...both, having(objectionUpheld, { objectionId: otherObjectionId })),
      officer,
    ],
  ] as const)('but is told %s', (reason, task, actor) => {
    task.when(answerObjection(uphold, actor, [])).isRejected(reason);
    task.when(answerObjection(dismiss, actor, [])).isRejected(reason);
  });

  it.each([
    [objectionWasRight, dismiss],
    [objectionWasRight, { ...uphold, answer: 'Another' }],
    [objectionWasRight, { ...uphold, upheld: false }],
    [objectionWasWrong, uphold],
    [objectionWasWrong, { ...dismiss, upheld: true }],
  ])('but not otherwise than before', (task, command) => {
    task.when(answerObjection(command, officer, [])).isRejected('objection-already-answered');
  });

  it('but not with another post in a responsible unit', () => {
    for (const unit of [leadUnit, supportingUnit])
      objectedTo
        .when(answerObjection(dismiss, officer, [officer.unit, unit]))
        .isRejected('answerer-of-a-responsible-unit');
  });
});
