import { describe, it } from '@jest/globals';
import {
  afterNotice,
  noticeEnd,
  noticePublished,
  noticeSkipped,
  objected,
  objectionDismissed,
  otherObjectionId,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  blueDrawn,
  blueId,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { inspector, lead, leadUnit, officer, today } from '@redress/contracts/rectification/people.examples';
import { lapsed, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  askAgain,
  attached,
  close,
  closed,
  reopened,
  reported,
  requestedAfresh,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import {
  asked,
  askedAgain,
  confirmed,
  confirmedBeforeMoreEvidence,
  confirmedThenAskedAgain,
  leftUnshown,
  objectedTo,
  objectionWasRight,
  onNotice,
  putBack,
  sentBack,
  struckOff,
  toClosing,
  toNotice,
  toVerification,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { closeTask } from './close-task.js';

const { given } = specFor(tasks);
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const closing = closeTask(close, officer, today, DEFAULT_POLICY);
const closingAfterNotice = closeTask(close, officer, afterNotice, DEFAULT_POLICY);
const lookBack = { ...closed.data.lookBack, from: afterNotice, on: '2026-06-28' as Day };

describe('the office closes a task', () => {
  it('on a verified request whose notice was skipped, naming its evidence and the revision it looked at', () => {
    leftUnshown.when(closing).yields(closed);
  });

  it('whatever was reported since, or attached a second time: the evidence is the same', () => {
    const since = [having(reported, { entryId, done: [] }), having(attached, { entryId })];
    given(...toVerification, noticeSkipped, ...since)
      .when(closing)
      .yields(having(closed, { atRevision: 9 }));
  });

  it('and more time that was asked for lapses', () => {
    given(...toVerification, noticeSkipped, timeAsked)
      .when(closing)
      .yields(having(closed, { atRevision: 8 }), lapsed);
  });

  it('and the cards that are in force end', () => {
    given(...toVerification, noticeSkipped, blueDrawn, yellowDrawn)
      .when(closing)
      .yields(
        having<TaskEvent & { type: 'TaskClosed' }>(closed, { atRevision: 9, endedCards: [blueId, yellowId] }),
      );
  });

  it('once the last day of its public notice has passed', () => {
    onNotice.when(closingAfterNotice).yields(having(closed, { lookBack }));
    onNotice.when(closing).isRejected('notice-not-over');
    onNotice.when(closeTask(close, officer, noticeEnd, DEFAULT_POLICY)).isRejected('notice-not-over');
  });

  it('when every objection to it was answered', () => {
    const other = having(objected, { objectionId: otherObjectionId });
    objectedTo.when(closingAfterNotice).isRejected('objection-unanswered');
    given(...toNotice, objected, other, objectionDismissed)
      .when(closingAfterNotice)
      .isRejected('objection-unanswered');
    given(...toNotice, objected, objectionDismissed)
      .when(closingAfterNotice)
      .yields(having(closed, { atRevision: 9, lookBack }));
  });

  it('again, on a new request and with a notice of its own, after it was reopened', () => {
    const anew = { entryId: askAgain.entryId };
    const again = [...toClosing, reopened, requestedAfresh, having(verified, anew)] as const;
    const closingAgain = closeTask({ ...close, ...anew }, officer, afterNotice, DEFAULT_POLICY);
    given(...again)
      .when(closingAgain)
      .isRejected('notice-not-published');
    given(...again, having(noticePublished, anew))
      .when(closingAgain)
      .yields(having(closed, { ...anew, atRevision: 12, lookBack }));
  });

  it.each([
    ['no-such-task', unassigned, close, officer],
    ['not-the-office', leftUnshown, close, inspector],
    ['not-the-office', leftUnshown, close, lead],
    ['not-the-office', leftUnshown, close, { ...officer, role: 'leading-group', unit: leadUnit }],
    ['already-closed', struckOff, { ...close, outcome: 'Another' }, officer],
    ['already-closed', struckOff, { ...close, entryId }, officer],
    ['task-is-closed', given(...toVerification, noticeSkipped, taskWithdrawn), close, officer],
    ['no-such-close-out', workedOn, close, officer],
    ['close-out-replaced', askedAgain, close, officer],
    ['close-out-replaced', confirmedThenAskedAgain, close, officer],
    ['close-out-not-verified', asked, close, officer],
    ['close-out-rejected', sentBack, close, officer],
    ['close-out-objected', objectionWasRight, close, officer],
    ['close-out-already-used', putBack, close, officer],
    ['evidence-changed', confirmedBeforeMoreEvidence, close, officer],
    ['notice-not-published', confirmed, close, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(closeTask(command, actor, afterNotice, DEFAULT_POLICY)).isRejected(reason);
  });
});

it.each([
  ['2026-03-20', 3, '2026-06-20'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
])('of what is closed on %s, somebody looks %i months later: on %s', (day, afterMonths, on) => {
  const policy = { ...DEFAULT_POLICY, version: 'of an office', lookBack: { afterMonths } };
  const looking = { from: day as Day, on: on as Day, months: afterMonths, policy: 'of an office' };
  leftUnshown
    .when(closeTask(close, officer, day as Day, policy))
    .yields(having(closed, { lookBack: looking }));
});
