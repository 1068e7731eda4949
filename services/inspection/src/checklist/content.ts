import type { ChecklistContent, ChecklistItem, Wording } from '@redress/contracts/inspection/checklist';
import type { ContentOfEvent } from '@redress/contracts/inspection/checklist.events';

/** What was sent, as data: its fields, and no class. Two that say the same are then equal. */
export const contentOf = ({ title, sections }: ChecklistContent): ContentOfEvent => ({
  title: wordingOf(title),
  sections: sections.map(({ title, items }) => ({ title: wordingOf(title), items: items.map(itemOf) })),
});

const itemOf = ({ guidance, threshold, choices, text, ...item }: ChecklistItem) => ({
  ...item,
  text: wordingOf(text),
  ...(guidance && { guidance: wordingOf(guidance) }),
  ...(threshold && { threshold: { ...threshold, measure: wordingOf(threshold.measure) } }),
  ...(choices && { choices: choices.map((choice) => ({ ...choice, text: wordingOf(choice.text) })) }),
});

const wordingOf = ({ en, zh }: Wording): Wording => ({ en, zh });
