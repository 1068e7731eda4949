import { expect } from '@jest/globals';
import { monthsAfter } from '@redress/calendar/months';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
const of = <Type extends TaskEvent['type']>(events: readonly TaskEvent[], ...types: readonly Type[]) =>
  events.filter((event): event is Of<Type> => (types as readonly string[]).includes(event.type));
const to = <E extends TaskEvent & { data: { entryId: EntryId } }>(events: readonly E[], id: EntryId) =>
  events.filter(({ data }) => data.entryId === id);

// What the public is promised, told from the events alone: from those before one that happened, and that one.

/** It is decided once of each request whether it is shown, and only of the last one, which was verified. */
export const mayBeDecided = (
  before: readonly TaskEvent[],
  { data }: Of<'NoticePublished' | 'NoticeSkipped'>,
): void => {
  expect(to(of(before, 'NoticePublished', 'NoticeSkipped'), data.entryId)).toEqual([]);
  expect(of(before, 'CloseOutRequested').at(-1)?.data.entryId).toBe(data.entryId);
  const answers = to(of(before, 'CloseOutVerified', 'CloseOutRejected'), data.entryId);
  expect(answers).toMatchObject([{ type: 'CloseOutVerified' }]);
};

/** Nothing came since the notice that took it off the board. */
const isShown = (before: readonly TaskEvent[], id: EntryId): void => {
  const turns = of(before, 'NoticePublished', 'CloseOutRequested', 'ObjectionAnswered', 'TaskClosed');
  const last = turns.filter((one) => one.type !== 'ObjectionAnswered' || one.data.upheld).at(-1);
  expect(last).toMatchObject({ type: 'NoticePublished', data: { entryId: id } });
};

export const mayObject = (before: readonly TaskEvent[], { data }: Of<'ObjectionRaised'>): void => {
  isShown(before, data.entryId);
  const ids = of(before, 'ObjectionRaised').map(({ data: { objectionId } }) => objectionId);
  expect(ids).not.toContain(data.objectionId);
};

export const mayAnswer = (before: readonly TaskEvent[], { data }: Of<'ObjectionAnswered'>): void => {
  isShown(before, data.entryId);
  const about = of(before, 'ObjectionRaised', 'ObjectionAnswered').filter(
    (one) => one.data.objectionId === data.objectionId,
  );
  expect(about).toMatchObject([{ type: 'ObjectionRaised', data: { entryId: data.entryId } }]);
};

/** Nothing is closed before the public had its say, and every objection its answer. */
export const hadItsSay = (before: readonly TaskEvent[], { data }: Of<'TaskClosed'>): void => {
  const decided = to(of(before, 'NoticePublished', 'NoticeSkipped'), data.entryId);
  expect(decided).toHaveLength(1);
  const [notice] = decided;
  if (notice?.type === 'NoticePublished' && data.lookBack)
    expect(monthsAfter(notice.data.term.to, data.lookBack.months) < data.lookBack.on).toBe(true);
  const raised = to(of(before, 'ObjectionRaised'), data.entryId).map((one) => one.data.objectionId);
  const answers = to(of(before, 'ObjectionAnswered'), data.entryId);
  expect(answers.map((one) => one.data.objectionId).sort()).toEqual([...raised].sort());
  expect(answers.filter(({ data: { upheld } }) => upheld)).toEqual([]);
};
