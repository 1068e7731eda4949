import { expect } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, EntryId } from '@redress/contracts/values';
import { mayVerify, unitsAfter } from './independence.examples.js';
import { authorsIn } from './late-steps.examples.js';
import type { Happened } from './walked.examples.js';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
const of = <Type extends TaskEvent['type']>(events: readonly TaskEvent[], ...types: readonly Type[]) =>
  events.filter((event): event is Of<Type> => (types as readonly string[]).includes(event.type));

const STEPS = [
  'EscalationProposed',
  'EscalationApproved',
  'EscalationRefused',
  'EscalationCarriedOut',
  'EscalationLapsed',
] as const;
const ENDS = ['TaskReturned', 'TaskClosed', 'TaskWithdrawn'] as const;

// Told from the events alone: from those before one that happened, and that one.

/** What became of each card that was drawn, and is neither withdrawn nor ended with the task. */
const redInForce = (told: readonly TaskEvent[]): readonly CardId[] => {
  const since = told.slice(told.findLastIndex(({ type }) => (ENDS as readonly string[]).includes(type)) + 1);
  const withdrawn = of(told, 'AppealDecided').filter(({ data }) => data.upheld);
  return of(since, 'CardDrawn')
    .filter(({ data }) => data.colour === 'red')
    .map(({ data }) => data.cardId)
    .filter((id) => !withdrawn.some(({ data }) => data.cardId === id));
};

const wayOf = (told: readonly TaskEvent[], entryId: EntryId) =>
  of(told, ...STEPS).filter(({ data }) => data.entryId === entryId);

/** Proposed on a red card, approved by another person of the leading group, and done after that; each once. */
export const mayTakeStep = (before: readonly Happened[], { event, actor }: Happened): void => {
  const told = before.map((one) => one.event);
  if (event.type === 'EscalationProposed') {
    const { kind, cardId, entryId } = event.data;
    expect(actor.role).toBe('office');
    expect(wayOf(told, entryId)).toEqual([]);
    expect(redInForce(told)).toContain(cardId);
    const held = of(told, 'EscalationCarriedOut').filter(({ data }) => data.kind === 'formal-talk');
    const cards = held.flatMap(({ data }) => of(wayOf(told, data.entryId), 'EscalationProposed'));
    if (kind === 'circular')
      expect(cards.some(({ data }) => redInForce(told).includes(data.cardId))).toBe(true);
    return;
  }
  if (event.type === 'EscalationApproved' || event.type === 'EscalationRefused') {
    const [proposal, ...more] = wayOf(told, event.data.entryId);
    expect(more).toEqual([]);
    expect(proposal).toMatchObject({ type: 'EscalationProposed' });
    expect(actor.role).toBe('leading-group');
    expect(actor.person).toBeDefined();
    expect((proposal as Of<'EscalationProposed'>).data.proposedBy).not.toBe(actor.person);
  }
  if (event.type === 'EscalationCarriedOut') {
    const [proposal, approval, lapse, ...more] = wayOf(told, event.data.entryId);
    expect([proposal?.type, approval?.type]).toEqual(['EscalationProposed', 'EscalationApproved']);
    expect(more).toEqual([]);
    if (lapse) {
      expect(lapse.type).toBe('EscalationLapsed');
      expect(event.data.on <= ((lapse as Of<'EscalationLapsed'>).data.on ?? '')).toBe(true);
    }
  }
  if (event.type === 'EscalationLapsed')
    expect(['EscalationProposed', 'EscalationApproved']).toContain(
      wayOf(told, event.data.entryId).at(-1)?.type,
    );
};

/** Nothing is open that has no card to rest on, once all that was decided together is told. */
export const nothingHangs = (told: readonly TaskEvent[]): void => {
  const ids = new Set(of(told, 'EscalationProposed').map(({ data }) => data.entryId));
  for (const id of ids) {
    const way = wayOf(told, id);
    const [proposal] = of(way, 'EscalationProposed');
    const isOpen = way.at(-1)?.type === 'EscalationProposed' || way.at(-1)?.type === 'EscalationApproved';
    if (isOpen) expect(redInForce(told)).toContain(proposal?.data.cardId);
  }
};

/** A unit asks once an assignment; none of those answers who wrote what is contested, or has a part in the task. */
export const mayReview = (before: readonly Happened[], { event, actor }: Happened): void => {
  const told = before.map((one) => one.event);
  if (event.type === 'ReviewRequested') {
    expect(actor.unit).toBe(unitsAfter(told)[0]);
    expect(of(told, 'ReviewRequested').length).toBeLessThan(
      of(told, 'TaskAssigned', 'TaskReassigned').length,
    );
  }
  if (event.type !== 'ReviewAnswered') return;
  expect(authorsIn(before)).not.toContain(actor.person);
  expect(unitsAfter(told)).not.toContain(actor.unit);
  expect(['office', 'leading-group', 'inspection']).toContain(actor.role);
  const { entryId } = event.data;
  const about = of(told, 'ReviewRequested', 'ReviewAnswered').filter(({ data }) => data.entryId === entryId);
  expect(about).toMatchObject([{ type: 'ReviewRequested' }]);
};

/** Somebody independent looks, and only at what is closed. */
export const mayLookBack = (before: readonly Happened[], actor: Actor): void => {
  mayVerify(before, actor);
  const turns = of(
    before.map((one) => one.event),
    'TaskClosed',
    'TaskReopened',
    'TaskWithdrawn',
  );
  expect(turns.at(-1)?.type).toBe('TaskClosed');
};

/** What waits for the signature of a head is not verified. */
export const isSigned = (told: readonly TaskEvent[], { data }: Of<'CloseOutVerified'>): void => {
  const [request] = of(told, 'CloseOutRequested').filter((one) => one.data.entryId === data.entryId);
  if (request?.data.signature !== 'awaited') return;
  expect(of(told, 'CloseOutSigned').filter((one) => one.data.entryId === data.entryId)).toHaveLength(1);
};

/** What a review took back is over: what waited lapses with it. What was done before may be recorded; nothing else happens. */
export const restsOnceTakenBack = (told: readonly TaskEvent[]): void => {
  const after = told.slice(told.findIndex(({ type }) => type === 'TaskWithdrawn') + 1);
  if (after.length === told.length) return;
  const may = ['ExtensionLapsed', 'EscalationLapsed', 'EscalationCarriedOut'];
  for (const { type } of after) expect(may).toContain(type);
};
