import { describe, expect, it } from '@jest/globals';
import type { ChecklistItem } from '@redress/contracts/inspection/checklist';
import {
  checklistId,
  checklistPublished,
  hoursStudied,
  minutesKept,
  ofTheRegister,
  publishChecklist as publish,
  publishedAgain,
  whatElse,
  whoLeads,
} from '@redress/contracts/inspection/checklist.examples';
import type { PublishChecklist } from '@redress/contracts/inspection/publish-checklist';
import {
  envelope,
  inspector,
  lead,
  officer,
  operator,
} from '@redress/contracts/rectification/people.examples';
import type { ItemId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { specFor } from '@redress/eventsourcing/spec';
import { checklists } from '../checklist/checklist.js';
import { PublishChecklistHandler } from './publish-checklist.handler.js';
import { publishChecklist } from './publish-checklist.js';

const { given } = specFor(checklists);
const nothing = given();
const published = given(checklistPublished);
const { title, sections } = publishedAgain.data;
const publishAgain: PublishChecklist = { checklistId, title, sections };

const asking = (...items: ChecklistItem[]): PublishChecklist => ({
  ...publish,
  sections: [{ title: publish.title, items }],
});

describe('a checklist is published', () => {
  it('as its first version, then as the next', () => {
    nothing.when(publishChecklist(publish, officer)).yields(checklistPublished);
    published.when(publishChecklist(publishAgain, operator)).yields(publishedAgain);
    const back = { ...checklistPublished, data: { ...checklistPublished.data, version: 3 } };
    given(checklistPublished, publishedAgain).when(publishChecklist(publish, officer)).yields(back);
  });

  it('not anew when it says what the last version says, in whatever order its fields come', () => {
    const turned = publish.sections.map(({ title: { en, zh }, items }) => ({
      items: items.map((item) => Object.fromEntries(Object.entries(item).toReversed()) as typeof item),
      title: { zh, en },
    }));
    const same = { sections: turned, title: publish.title, checklistId };
    published.when(publishChecklist(same, operator)).changesNothing();
  });

  it('with thresholds on either side or both, and choices that cannot fail when nothing must be found', () => {
    const { measure } = hoursStudied.threshold ?? { measure: publish.title };
    for (const threshold of [
      { measure, most: 3 },
      { measure, least: 1, most: 1 },
    ]) {
      const command = asking({ ...hoursStudied, threshold });
      nothing.when(publishChecklist(command, officer)).yields({
        type: 'ChecklistPublished',
        data: { ...command, version: 1 },
      });
    }
    const choices = whoLeads.choices?.map((choice) => ({ ...choice, verdict: 'passes' as const }));
    const harmless = asking({ ...whoLeads, ...(choices && { choices }) });
    nothing.when(publishChecklist(harmless, officer)).yields({
      type: 'ChecklistPublished',
      data: { ...harmless, version: 1 },
    });
  });

  const { threshold, ...withoutThreshold } = hoursStudied;
  const { choices = [], ...withoutChoices } = whoLeads;
  const measure = { en: 'hours', zh: '小时' };
  const long = 'x'.repeat(500);
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...minutesKept,
    itemId: `item-${String(index)}` as ItemId,
    text: { en: long, zh: '字'.repeat(500) },
    guidance: { en: long, zh: '字'.repeat(500) },
  }));

  it.each([
    ['may-not-publish-checklists', publish, lead],
    ['may-not-publish-checklists', publish, inspector],
    ['item-named-twice', asking(minutesKept, { ...whatElse, itemId: minutesKept.itemId }), officer],
    ['belongs-to-another-kind', asking({ ...minutesKept, ...(threshold && { threshold }) }), officer],
    ['belongs-to-another-kind', asking({ ...ofTheRegister, choices }), officer],
    ['belongs-to-another-kind', asking({ ...hoursStudied, choices }), officer],
    ['number-without-threshold', asking(withoutThreshold), officer],
    ['number-without-threshold', asking({ ...hoursStudied, threshold: { measure } }), officer],
    ['least-above-most', asking({ ...hoursStudied, threshold: { measure, least: 2, most: 1 } }), officer],
    ['choice-without-choices', asking(withoutChoices), officer],
    ['choice-named-twice', asking({ ...whoLeads, choices: [...choices, ...choices] }), officer],
    [
      'cannot-fail',
      asking({
        ...whoLeads,
        mustFind: true,
        choices: choices.map((one) => ({ ...one, verdict: 'passes' as const })),
      }),
      officer,
    ],
    ['cannot-fail', asking({ ...whatElse, mustFind: true }), officer],
    ['cannot-fail', asking({ ...ofTheRegister, mustFind: true }), officer],
    ['checklist-too-large', asking(...many), officer],
  ] as const)('but not when %s', (reason, command, actor) => {
    nothing.when(publishChecklist(command, actor)).isRejected(reason);
  });
});

it('tells under which version it is published', async () => {
  const clock = new StoppedClock(envelope.happenedAt);
  const handler = new PublishChecklistHandler(new InMemoryEventStore(clock));
  const said = { ...envelope, actor: officer };
  const next = { ...said, causationId: envelope.correlationId as unknown as typeof said.causationId };
  expect(await handler.publish(publish, said)).toMatchObject({ revision: 0, version: 1 });
  expect(await handler.publish(publishAgain, next)).toMatchObject({ revision: 1, version: 2 });
  expect(await handler.publish(publish, said)).toMatchObject({ revision: 0, version: 1 });
  const third = { ...said, actor: lead, causationId: checklistId as unknown as typeof said.causationId };
  expect(await handler.publish(publish, third)).toEqual({ rejected: 'may-not-publish-checklists' });
});
