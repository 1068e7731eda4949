import type { ChecklistItem, Wording } from '@redress/contracts/inspection/checklist';
import type { ItemId } from '@redress/contracts/values';

// The lines of a checklist in few words: what it says in English and in Chinese.
export const said = (en: string, zh: string): Wording => ({ en, zh });

type Weighed = { readonly weight?: number; readonly mustFind?: boolean; readonly guidance?: Wording };

const item = (
  itemId: string,
  kind: ChecklistItem['kind'],
  text: Wording,
  { weight = 1, mustFind = false, guidance }: Weighed,
): ChecklistItem => ({
  itemId: itemId as ItemId,
  kind,
  text,
  ...(guidance && { guidance }),
  weight,
  mustFind,
});

export const judgement = (itemId: string, text: Wording, how: Weighed = {}): ChecklistItem =>
  item(itemId, 'judgement', text, how);

type Counted = Weighed & { readonly measure: Wording; readonly least: number };

export const atLeast = (
  itemId: string,
  text: Wording,
  { measure, least, ...how }: Counted,
): ChecklistItem => ({
  ...item(itemId, 'number', text, how),
  threshold: { measure, least },
});

export const choice = (
  itemId: string,
  text: Wording,
  { choices, ...how }: Weighed & { readonly choices: NonNullable<ChecklistItem['choices']> },
): ChecklistItem => ({ ...item(itemId, 'choice', text, how), choices });

export const text = (itemId: string, asked: Wording): ChecklistItem =>
  item(itemId, 'text', asked, { weight: 0 });

export const photo = (itemId: string, asked: Wording): ChecklistItem =>
  item(itemId, 'photo', asked, { weight: 0 });

export const PEOPLE = said('people', '人');
export const HOURS = said('hours', '小时');
export const PERCENT = said('percent', '%');
export const TIMES = said('times', '次');
