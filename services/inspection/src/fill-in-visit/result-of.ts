import type { Plain } from '@redress/contracts/event';
import type { ChecklistItem } from '@redress/contracts/inspection/checklist';
import type { AnsweredItem, ItemAnswer } from '@redress/contracts/inspection/fill-in-visit';
import type { ItemResult } from '@redress/contracts/inspection/visit-words';

type Given = Plain<Pick<AnsweredItem, 'answer' | 'files'>>;

/** What an answer comes to by what the item asks for; undefined when it is no answer to it. */
export const resultOf = (item: Plain<ChecklistItem>, { answer, files }: Given): ItemResult | undefined => {
  const given = Object.keys(answer).length;
  if (item.kind === 'photo' && given === 0) return files ? 'noted' : undefined;
  if (given !== 1) return undefined;
  if (answer.leftOut !== undefined) return 'left-out';
  if (answer.judgement === 'does-not-apply') return 'does-not-apply';
  return BY_KIND[item.kind](item, answer);
};

type Judge = (item: Plain<ChecklistItem>, answer: Plain<ItemAnswer>) => ItemResult | undefined;

const BY_KIND: Readonly<Record<ChecklistItem['kind'], Judge>> = {
  judgement: (_, { judgement }) => judgement,
  number: ({ threshold }, { number }) => {
    if (number === undefined) return undefined;
    const isEnough = number >= (threshold?.least ?? -Infinity);
    return isEnough && number <= (threshold?.most ?? Infinity) ? 'passes' : 'fails';
  },
  choice: ({ choices = [] }, { choice }) => choices.find(({ value }) => value === choice)?.verdict,
  text: (_, { text }) => (text === undefined ? undefined : 'noted'),
  photo: () => undefined,
};
