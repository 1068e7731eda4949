import { describe, expect, it } from '@jest/globals';
import {
  noticeSkipped,
  object,
  objected,
  objectionDismissed,
  objectionId,
  objectionUpheld,
  otherObjectionId,
  publish,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  ask,
  assign,
  assigned,
  closed,
  reopened,
  requested,
  requestedAgain,
  taskId,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { toNotice } from '../task/histories.examples.js';
import { type NoticeRow, publicNotices } from './notice-board.js';

const rowAfter = (...events: readonly TaskEvent[]): NoticeRow | undefined =>
  rowsAfter(publicNotices, ...events)[0];

const shown = {
  title: assign.title,
  text: publish.text,
  criterion: assign.criterion,
  unit: 'Logistics',
  from: '2026-03-20',
  until: '2026-03-27',
};
const onBoard = {
  id: taskId,
  shown,
  closeOut: ask.entryId,
  until: '2026-03-27',
  words: 'Mend the wash-house\nThe wash-house is dry again\nNo leak for a week\nLogistics',
  objections: {},
};

it('shows what was published, and nothing before', () => {
  expect(rowAfter(assigned, requested, verified)).toEqual({ id: taskId, objections: {} });
  expect(rowAfter(...toNotice)).toEqual(onBoard);
});

it('knows of an objection where it stands and how it was answered, not what it says', () => {
  const raised = { closeOut: ask.entryId, status: 'raised' };
  expect(rowAfter(...toNotice, objected)).toEqual({ ...onBoard, objections: { [objectionId]: raised } });
  expect(rowAfter(...toNotice, objected, objectionDismissed)).toEqual({
    ...onBoard,
    objections: { [objectionId]: { ...raised, status: 'dismissed', answer: 'That is the other house' } },
  });
});

it('goes on showing what was closed after it', () => {
  expect(rowAfter(...toNotice, closed)).toEqual({ ...onBoard, closed: true });
});

describe('takes the notice off', () => {
  const bare = { id: taskId, objections: {} };
  it.each([
    ['a newer request', [requestedAgain]],
    ['a reopening', [closed, reopened]],
    ['a review', [taskWithdrawn]],
  ] as const)('after %s', (_, after) => {
    expect(rowAfter(...toNotice, ...after)).toEqual(bare);
  });

  it('after an objection that was right; where all of them stand is still known', () => {
    const other = having(objected, { objectionId: otherObjectionId });
    expect(rowAfter(...toNotice, objected, other, objectionUpheld)).toEqual({
      id: taskId,
      objections: {
        [objectionId]: { closeOut: ask.entryId, status: 'upheld', answer: 'It does' },
        [otherObjectionId]: { closeOut: ask.entryId, status: 'raised' },
      },
    });
  });
});

it('shows nothing of what was skipped', () => {
  const row = rowAfter(assigned, requested, verified, noticeSkipped, closed);
  expect(row).toEqual({ id: taskId, closed: true, objections: {} });
});

it('keeps nobody who did something, and no opinion', () => {
  const all = JSON.stringify(rowAfter(...toNotice, objected, objectionDismissed, closed));
  for (const secret of [METADATA.actor.person, METADATA.correlationId, object.text, ...assign.issues])
    expect(all).not.toContain(secret);
});
