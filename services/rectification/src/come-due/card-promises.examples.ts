import { expect } from '@jest/globals';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { CARD_COLOURS, type CardColour } from '@redress/contracts/rectification/words';
import type { CardId, Day } from '@redress/contracts/values';
import type { Happened } from '../task/walked.examples.js';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
const of = <Type extends TaskEvent['type']>(events: readonly TaskEvent[], ...types: readonly Type[]) =>
  events.filter((event): event is Of<Type> => (types as readonly string[]).includes(event.type));

// Told from the events alone: from those before one that happened, and that one.

const BEGINS: readonly string[] = ['TaskAssigned', 'TaskReassigned', 'TaskReopened'];
const roundIn = (told: readonly TaskEvent[]): readonly TaskEvent[] =>
  told.slice(told.findLastIndex(({ type }) => BEGINS.includes(type)));

const inForce = (told: readonly TaskEvent[]): readonly Of<'CardDrawn'>['data'][] => {
  const round = roundIn(told);
  const gone = of(round, 'AppealDecided').flatMap(({ data }) => (data.upheld ? [data.cardId] : []));
  return of(round, 'CardDrawn').flatMap(({ data }) => (gone.includes(data.cardId) ? [] : [data]));
};
const gravestIn = (told: readonly TaskEvent[]): CardColour | undefined =>
  CARD_COLOURS.findLast((colour) => inForce(told).some((card) => card.colour === colour));

const deadlineIn = (told: readonly TaskEvent[]): Day | undefined =>
  told
    .flatMap(({ type, data }) => {
      if (type === 'ExtensionGranted') return [data.until];
      return 'deadline' in data && BEGINS.includes(type) ? [data.deadline] : [];
    })
    .at(-1);

const pendingIn = (told: readonly TaskEvent[]): boolean => {
  const about = of(told, 'ExtensionRequested', 'ExtensionGranted', 'ExtensionRefused', 'ExtensionLapsed');
  return about.at(-1)?.type === 'ExtensionRequested';
};
const waitsIn = (told: readonly TaskEvent[]): boolean => {
  const about = of(
    roundIn(told),
    'CloseOutRequested',
    'CloseOutRejected',
    'CloseOutVerified',
    'NoticeSkipped',
  );
  return about.length > 0 && about.at(-1)?.type !== 'CloseOutRejected';
};

/** Above what is in force, or blue for another deadline than the blue one there is, while the task is at work; of one colour the timer draws one for a deadline, when its day has come. */
export const mayDraw = (before: readonly Happened[], { event, actor }: Happened): void => {
  if (event.type !== 'CardDrawn') return;
  const told = before.map((one) => one.event);
  const { cardId, colour, rule, dueOn, deadline, appealBy } = event.data;
  const gravest = gravestIn(told);
  const isAnew = rule === 'near-due' && inForce(told).every((card) => card.deadline !== deadline);
  expect(CARD_COLOURS.indexOf(colour)).toBeGreaterThan(
    gravest ? CARD_COLOURS.indexOf(gravest) - (isAnew ? 1 : 0) : -1,
  );
  expect(of(told, 'CardDrawn').map(({ data }) => data.cardId)).not.toContain(cardId);
  expect(deadline).toBe(deadlineIn(told));
  const turns = of(told, 'TaskReturned', 'TaskReassigned', 'TaskClosed', 'TaskReopened', 'TaskAssigned');
  expect(BEGINS).toContain(turns.at(-1)?.type);
  if (rule === 'office') {
    expect(actor.role).toBe('office');
    expect(event.data.drawnBy).toBe(actor.person);
    return;
  }
  expect(actor.role).toBe('system');
  expect(dueOn <= appealBy.from).toBe(true);
  expect(rule === 'near-due' || rule === 'yellow-unanswered' || dueOn > deadline).toBe(true);
  expect([pendingIn(told), waitsIn(told)]).toEqual([false, false]);
  const same = of(roundIn(told), 'CardDrawn').filter(
    ({ data }) => data.rule !== 'office' && data.colour === colour && data.deadline === deadline,
  );
  expect(same).toEqual([]);
};

/** By another person than who drew it, once; and it says what is left. */
export const mayDecide = (before: readonly Happened[], { event, actor }: Happened): void => {
  if (event.type !== 'AppealDecided') return;
  const told = before.map((one) => one.event);
  const { cardId, left } = event.data;
  const about = (type: 'CardAppealed' | 'AppealDecided') =>
    of(told, type).filter(({ data }) => data.cardId === cardId).length;
  expect([about('CardAppealed'), about('AppealDecided')]).toEqual([1, 0]);
  const card = inForce(told).find((one) => one.cardId === cardId);
  expect(card).toBeDefined();
  expect(actor.person).toBeDefined();
  expect(card?.drawnBy).not.toBe(actor.person);
  expect(left).toBe(gravestIn([...told, event]));
};

/** What ends a round names the cards that end with it. */
export const namesWhatEnds = (before: readonly Happened[], { event }: Happened): void => {
  if (event.type !== 'TaskReturned' && event.type !== 'TaskClosed') return;
  const ids: readonly CardId[] = inForce(before.map((one) => one.event)).map(({ cardId }) => cardId);
  expect(event.data.endedCards ?? []).toEqual(ids);
};
