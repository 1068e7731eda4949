import { expect, it } from '@jest/globals';
import {
  lookBackFellDue,
  lookBackOn,
  noticePublished,
  objected,
  objectionDismissed,
  objectionUpheld,
  relapsed,
  taskWithdrawn,
  unscheduledCheck,
} from '@redress/contracts/rectification/aftermath.examples';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  redDrawn,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { day31, deadline } from '@redress/contracts/rectification/people.examples';
import { granted, lapsed, refused, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  assigned,
  closed,
  reassigned,
  rejected,
  reopened,
  reported,
  requested,
  returned,
  taskId,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { watch } from './watch.js';

type Decided = EscalationEvent & { readonly type: 'AppealDecided' };
const open = {
  id: taskId,
  caseId: METADATA.correlationId,
  taskType: 'time-bound',
  deadline,
  card: 'none',
  moreTimeAsked: false,
  closeOutAsked: false,
};
const over = { ...open, card: 'over' };
const answerBy = yellowDrawn.data.answerBy.to;
const { until } = granted.data;
const left = (event: Decided, data: Partial<Decided['data']>): Decided => having<Decided>(event, data);

it.each<[string, object, readonly TaskEvent[]]>([
  ['a new task', open, [assigned]],
  ['a returned one', over, [assigned, yellowDrawn, returned]],
  ['one assigned anew', { ...open, deadline: reassigned.data.deadline }, [assigned, returned, reassigned]],
  ['one with a card', { ...open, card: 'blue' }, [assigned, blueDrawn]],
  ['one with a yellow card', { ...open, card: 'yellow', answerBy }, [assigned, blueDrawn, yellowDrawn]],
  ['one with a red card', { ...open, card: 'red' }, [assigned, yellowDrawn, redDrawn]],
  ['one whose card is gone', open, [assigned, yellowDrawn, yellowAppealed, appealUpheld]],
  [
    'one with a graver card gone',
    { ...open, card: 'blue' },
    [assigned, blueDrawn, yellowDrawn, left(appealUpheld, { left: 'blue' })],
  ],
  [
    'one whose blue card is gone',
    { ...open, card: 'yellow', answerBy },
    [assigned, yellowDrawn, left(appealUpheld, { left: 'yellow' })],
  ],
  [
    'one whose appeal was dismissed',
    { ...open, card: 'yellow', answerBy: day31 },
    [
      assigned,
      yellowDrawn,
      yellowAppealed,
      left(appealDismissed, { left: 'yellow', answerBy: { ...yellowDrawn.data.answerBy, to: day31 } }),
    ],
  ],
  ['one that asks for more time', { ...open, moreTimeAsked: true }, [assigned, timeAsked]],
  ['one that got it', { ...open, deadline: until }, [assigned, timeAsked, granted]],
  ['one that got it after a card', { ...open, deadline: until }, [assigned, blueDrawn, timeAsked, granted]],
  ['one that did not', open, [assigned, timeAsked, refused]],
  ['one whose request lapsed', open, [assigned, timeAsked, lapsed]],
  [
    'one up for close-out',
    { ...open, closeOutAsked: true },
    [assigned, requested, verified, noticePublished],
  ],
  [
    'one up for close-out too late',
    open,
    [assigned, having<TaskEvent & { type: 'CloseOutRequested' }>(requested, { late: true })],
  ],
  [
    'one that its own head has not signed yet',
    open,
    [assigned, having<TaskEvent & { type: 'CloseOutRequested' }>(requested, { signature: 'awaited' })],
  ],
  ['one sent back', open, [assigned, requested, rejected]],
  [
    'one with an objection',
    { ...open, closeOutAsked: true },
    [assigned, requested, objected, objectionDismissed],
  ],
  ['one with an objection that was right', open, [assigned, requested, objected, objectionUpheld]],
  ['a closed one', { ...over, lookBackOn }, [assigned, timeAsked, requested, yellowDrawn, closed]],
  ['one that is looked at again', over, [assigned, closed, lookBackFellDue]],
  ['one that was looked at', over, [assigned, closed, relapsed]],
  ['one that was looked at before', { ...over, lookBackOn }, [assigned, closed, unscheduledCheck]],
  ['a reopened one', open, [assigned, requested, yellowDrawn, closed, reopened]],
  ['one that a review took back', over, [assigned, yellowDrawn, timeAsked, taskWithdrawn]],
  [
    'one with an answered card, which is told only from the task',
    { ...open, card: 'yellow', answerBy },
    [assigned, yellowDrawn, yellowAnswered],
  ],
])('watches %s', (_, row, events) => {
  const [watched] = rowsAfter(watch, ...events);
  expect(watched).toEqual({ ...row, revision: expect.any(Number) });
});

it('keeps the revision at which something changed that may fall due', () => {
  expect(rowsAfter(watch, assigned, timeAsked, reported, granted)).toMatchObject([{ revision: 3 }]);
  expect(rowsAfter(watch, assigned, timeAsked, reported)).toMatchObject([{ revision: 1 }]);
});
