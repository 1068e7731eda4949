import type { ChecklistItem } from '@redress/contracts/inspection/checklist';
import type { ContentOfEvent } from '@redress/contracts/inspection/checklist.events';
import type { Plain } from '@redress/contracts/event';
import type { ItemId } from '@redress/contracts/values';

/** What one version of a checklist asks, in its order: by that a visit is filled in, whatever is published later. */
export type PinnedChecklist = ReadonlyMap<ItemId, Plain<ChecklistItem>>;

export const pinned = ({ sections }: Pick<ContentOfEvent, 'sections'>): PinnedChecklist =>
  new Map(sections.flatMap(({ items }) => items.map((item) => [item.itemId, item] as const)));
