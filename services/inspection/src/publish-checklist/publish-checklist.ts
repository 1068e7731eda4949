import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { ChecklistItem } from '@redress/contracts/inspection/checklist';
import type { ChecklistEvent } from '@redress/contracts/inspection/checklist.events';
import type { ChecklistRejection, PublishChecklist } from '@redress/contracts/inspection/publish-checklist';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Checklist } from '../checklist/checklist.js';
import { contentOf } from '../checklist/content.js';

type Decide = (checklist: Checklist) => Decision<ChecklistEvent, ChecklistRejection>;

/** In UTF-8: a version is one event, and fits well into a message. */
const MOST_BYTES = 500_000;

/** The office publishes a checklist: the next version of it, unless it says what the last one says. */
export const publishChecklist =
  ({ checklistId, ...command }: PublishChecklist, actor: Actor): Decide =>
  ({ versions }) => {
    if (actor.role !== 'office' && actor.role !== 'operator') return reject('may-not-publish-checklists');
    const content = contentOf(command);
    const last = versions.at(-1);
    if (last && isDeepStrictEqual(content, contentOf(last))) return [];
    const items = content.sections.flatMap((section) => section.items);
    if (isAnyTwice(items.map(({ itemId }) => itemId))) return reject('item-named-twice');
    const wrong = items.map(whatIsWrong).find((reason) => reason !== undefined);
    if (wrong) return reject(wrong);
    if (new TextEncoder().encode(JSON.stringify(content)).length > MOST_BYTES)
      return reject('checklist-too-large');

    return [
      { type: 'ChecklistPublished', data: { checklistId, version: (last?.version ?? 0) + 1, ...content } },
    ];
  };

const whatIsWrong = (item: ChecklistItem): ChecklistRejection | undefined => {
  const { kind, threshold, choices, mustFind } = item;
  if ((threshold && kind !== 'number') || (choices && kind !== 'choice')) return 'belongs-to-another-kind';
  switch (kind) {
    case 'judgement':
      return undefined;
    case 'number': {
      const { least, most } = threshold ?? {};
      if (least === undefined && most === undefined) return 'number-without-threshold';
      return least !== undefined && most !== undefined && least > most ? 'least-above-most' : undefined;
    }
    case 'choice':
      if (!choices) return 'choice-without-choices';
      if (isAnyTwice(choices.map(({ value }) => value))) return 'choice-named-twice';
      return mustFind && choices.every(({ verdict }) => verdict !== 'fails') ? 'cannot-fail' : undefined;
    case 'text':
    case 'photo':
      return mustFind ? 'cannot-fail' : undefined;
  }
};

const isAnyTwice = (names: readonly string[]): boolean => new Set(names).size < names.length;
