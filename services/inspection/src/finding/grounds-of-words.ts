import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { RestsOn } from '@redress/contracts/inspection/finding.events';
import type { ItemId } from '@redress/contracts/values';
import type { PinnedChecklist } from '../pinned-checklist/pinned-checklist.js';
import type { KnownVisit } from '../visit/visit.js';

/** The visit that a finding comes from, and what was asked there. */
export type Ground = { readonly visit: KnownVisit; readonly checklist: PinnedChecklist };

/** Why a finding cannot rest on these, if it cannot: the checklist asks no such thing, or that entry is no answer to it. */
export const baseless = (
  restsOn: readonly RestsOn[],
  { visit, checklist }: Ground,
): Extract<FindingRejection, 'no-such-item' | 'no-such-entry'> | undefined => {
  for (const { itemId, entryId } of restsOn) {
    if (!checklist.has(itemId)) return 'no-such-item';
    const entry = entryId && visit.entries.get(entryId);
    if (entryId && !(entry && 'item' in entry && entry.item.itemId === itemId)) return 'no-such-entry';
  }
  return undefined;
};

/** Items that failed in the visit as it is submitted, and must have a finding. */
export const mustBeFound = ({ visit, checklist }: Ground): readonly ItemId[] =>
  visit.status !== 'submitted'
    ? []
    : [...checklist.values()].flatMap(({ itemId, mustFind }) =>
        mustFind && visit.answers.get(itemId)?.result === 'fails' ? [itemId] : [],
      );

/** Whether something that must have a finding would rest on nothing of this one any more. */
export const leavesOut = (before: readonly RestsOn[], after: readonly RestsOn[], ground: Ground): boolean => {
  const isIn = (rests: readonly RestsOn[], id: ItemId): boolean => rests.some(({ itemId }) => itemId === id);
  return mustBeFound(ground).some((id) => isIn(before, id) && !isIn(after, id));
};
