import { expect, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  appealDismissed,
  appealUpheld,
  redDrawn,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { leadUnit } from '@redress/contracts/rectification/people.examples';
import { assigned, closed, returned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { appealDesk, asItStands } from './appeal-desk.js';

const { happenedAt: at, actor } = METADATA;
const { taskId, title, colour, reason } = yellowAppealed.data;
const appealed = {
  taskId,
  title,
  leadUnit,
  colour,
  reason,
  id: yellowId,
  caseId: METADATA.correlationId,
  units: { [leadUnit]: true },
  appealedAt: at,
  appealedBy: actor.person,
};
const rows = (...events: readonly TaskEvent[]) => rowsAfter(appealDesk, ...events).map(asItStands);
const endedCards = [yellowId];
const ends: readonly TaskEvent[] = [
  having<TaskEvent & { type: 'TaskReturned' }>(returned, { endedCards }),
  having<TaskEvent & { type: 'TaskClosed' }>(closed, { endedCards }),
  having<TaskEvent & { type: 'TaskWithdrawn' }>(taskWithdrawn, { endedCards }),
];

it('shows an appeal once there is one, and against which card', () => {
  expect(rows(assigned, yellowDrawn)).toEqual([]);
  expect(rows(yellowDrawn, yellowAppealed)).toEqual([{ ...appealed, status: 'pending' }]);
});

it('keeps it with who decided what', () => {
  const decided = { ...appealed, decidedAt: at, decidedBy: actor.person };
  expect(rows(yellowAppealed, appealUpheld)).toEqual([
    { ...decided, status: 'upheld', decision: appealUpheld.data.reason },
  ]);
  expect(rows(yellowAppealed, appealDismissed)).toEqual([
    { ...decided, status: 'dismissed', decision: appealDismissed.data.reason },
  ]);
});

it.each(ends)('with $type what nobody decided lapses, and what was decided stays so', (end) => {
  expect(rows(yellowDrawn, yellowAppealed, redDrawn, end)).toEqual([{ ...appealed, status: 'lapsed' }]);
  expect(rows(yellowAppealed, appealDismissed, end)).toMatchObject([{ status: 'dismissed' }]);
});

it('does not lapse with what leaves its card in force', () => {
  expect(rows(yellowAppealed, returned)).toEqual([{ ...appealed, status: 'pending' }]);
});
