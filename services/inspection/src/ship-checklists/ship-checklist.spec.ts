import { expect, it } from '@jest/globals';
import {
  checklistId,
  checklistPublished,
  publishChecklist as content,
  publishedAgain,
} from '@redress/contracts/inspection/checklist.examples';
import { checklistIdOf } from '@redress/contracts/inspection/ids';
import type { PublishChecklist } from '@redress/contracts/inspection/publish-checklist';
import { officer } from '@redress/contracts/rectification/people.examples';
import type { Instant } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { specFor } from '@redress/eventsourcing/spec';
import { checklists } from '../checklist/checklist.js';
import { Checklists } from '../checklist/checklists.js';
import { publishChecklist } from '../publish-checklist/publish-checklist.js';
import { shipChecklist } from './ship-checklist.js';
import { SHIPPED, ShippedChecklists } from './shipped-checklists.js';

const { given } = specFor(checklists);
const { title, sections } = content;

it('publishes what came with the program where there is nothing, and leaves what the office made of it', () => {
  given().when(shipChecklist(checklistId, { title, sections })).yields(checklistPublished);
  given(checklistPublished, publishedAgain)
    .when(shipChecklist(checklistId, { title, sections }))
    .changesNothing();
});

it('is done once, however often the service starts', async () => {
  const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
  const store = new InMemoryEventStore(clock);
  const shipping = new ShippedChecklists(store, clock);
  await shipping.onApplicationBootstrap();
  const position = await store.last();
  await shipping.onApplicationBootstrap();
  expect(await store.last()).toBe(position);
  const kept = new Checklists(store);
  for (const [code, shipped] of Object.entries(SHIPPED)) {
    const id = checklistIdOf(code);
    expect(await kept.version(id)).toEqual({ version: 1, ...shipped });
    expect(await kept.version(id, 1)).toEqual({ version: 1, ...shipped });
    expect(await kept.version(id, 2)).toBeUndefined();
  }
  expect(await kept.version(checklistId)).toBeUndefined();
});

it.each(Object.entries(SHIPPED))('%s could be published by the office as it is', (code, shipped) => {
  const checklistId = checklistIdOf(code);
  const command: PublishChecklist = { checklistId, ...shipped };
  given()
    .when(publishChecklist(command, officer))
    .yields({ type: 'ChecklistPublished', data: { checklistId, version: 1, ...shipped } });
});

it.each(Object.entries(SHIPPED))('%s speaks both languages, and some of it must be found', (_, shipped) => {
  const items = shipped.sections.flatMap((section) => section.items);
  const wordings = [
    shipped.title,
    ...shipped.sections.map((section) => section.title),
    ...items.flatMap((item) => [
      item.text,
      ...(item.guidance ? [item.guidance] : []),
      ...(item.choices ?? []).map((one) => one.text),
    ]),
  ];
  for (const { en, zh } of wordings) {
    expect(en).toMatch(/^[^\p{Script=Han}]+$/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
  expect(items.some(({ mustFind }) => mustFind)).toBe(true);
});

it('asks for forty hours of study and three people of each member', () => {
  const items = SHIPPED['required-actions'].sections.flatMap((section) => section.items);
  const least = (id: string) => items.find(({ itemId }) => itemId === id)?.threshold?.least;
  expect([least('hours'), least('asked')]).toEqual([40, 3]);
  const asked = SHIPPED['eight-questions'].sections.flatMap((section) => section.items);
  expect(asked.filter(({ kind }) => kind === 'judgement')).toHaveLength(8);
});
