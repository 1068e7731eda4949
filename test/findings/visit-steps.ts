import { hoursStudied, minutesKept, ofTheRegister } from '@redress/contracts/inspection/checklist.examples';
import { seenAt, visitId, visitSigned, visitSubmitted } from '@redress/contracts/inspection/visit.examples';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import { inspector } from '@redress/contracts/rectification/people.examples';
import type { EntryId, ItemId } from '@redress/contracts/values';
import { checklist } from '../../services/inspection/src/visit/histories.examples.js';

/** Both must have a finding when they fail; of a photo, nothing fails. */
export const MUST = [minutesKept.itemId, hoursStudied.itemId];
export const ITEMS: readonly ItemId[] = [...MUST, ofTheRegister.itemId];

/** Every item is answered, some fail, and the visit is signed and handed in. */
export const handedIn = (failing: readonly ItemId[], entry: () => EntryId): readonly VisitEvent[] => {
  const answers = ITEMS.map((itemId) => {
    const result = failing.includes(itemId) ? ('fails' as const) : ('passes' as const);
    return { entryId: entry(), at: seenAt, item: { itemId, answer: { judgement: result }, result } };
  });
  const failed = answers.flatMap(({ entryId, item: { itemId, result } }) => {
    const asked = checklist.get(itemId);
    return result === 'fails' && asked
      ? [{ itemId, entryId, text: asked.text, mustFind: asked.mustFind }]
      : [];
  });
  return [
    { type: 'EntriesRecorded', data: { visitId, entries: answers, by: inspector.person } },
    visitSigned,
    { ...visitSubmitted, data: { ...visitSubmitted.data, failed } },
  ];
};

export const givenBack = (entryId: EntryId): VisitEvent => {
  const { unit, kind, roundId, teamId, checklistId, checklistVersion } = visitSubmitted.data;
  const about = { visitId, unit, kind, ...(roundId && { roundId }), ...(teamId && { teamId }) };
  return {
    type: 'VisitReopened',
    data: { ...about, checklistId, checklistVersion, entryId, reason: 'Wrong' },
  };
};
