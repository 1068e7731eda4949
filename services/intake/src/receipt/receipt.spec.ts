import { expect, it } from '@jest/globals';
import { type NewEvent, type Recorded, versioned } from '@redress/contracts/event';
import {
  appraised,
  asked,
  envelope,
  examples,
  refused,
  submitted,
  told,
  withdrawn,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { STEPS } from '@redress/contracts/intake/receipt';
import type { Instant, MessageId, Position } from '@redress/contracts/values';
import { histories, toldOfOriginal } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { viewOf } from './receipt.js';

const second = (n: number): Instant => new Date(Date.UTC(2026, 2, 20, 8, 0, n)).toISOString() as Instant;
const recorded = (events: readonly OpinionEvent[]): readonly Recorded[] =>
  events.map((event, revision): NewEvent & Recorded => ({
    ...versioned(opinions, event),
    ...envelope,
    id: `id-${String(revision)}` as MessageId,
    stream: 'opinion-1',
    revision,
    position: String(revision) as Position,
    happenedAt: second(revision),
    recordedAt: second(revision + 30),
  }));
const view = (...events: readonly OpinionEvent[]) => viewOf(recorded(events));

it('shows what was sent, and each step with both of its times', () => {
  const { opinionId, channel, title, text } = submitted.data;
  expect(view(...histories.answered)).toEqual({
    opinionId,
    revision: 3,
    status: 'answered',
    channel,
    title,
    text,
    happenedAt: second(0),
    recordedAt: second(30),
    parts: [],
    attached: [],
    steps: [
      { what: 'submitted', happenedAt: second(0), recordedAt: second(30) },
      { what: 'acknowledged', happenedAt: second(1), recordedAt: second(31) },
      { what: 'asked', text: asked.data.question, happenedAt: second(2), recordedAt: second(32) },
      {
        what: 'answered',
        text: 'The site has stopped working at night.',
        happenedAt: second(3),
        recordedAt: second(33),
      },
    ],
    questions: [
      {
        entryId: asked.data.entryId,
        question: asked.data.question,
        happenedAt: second(2),
        recordedAt: second(32),
      },
    ],
    answer: 'The site has stopped working at night.',
  });
});

it('has a step for everything that can happen, and names nobody', () => {
  const all = view(...Object.values(examples));
  expect(all?.steps.map(({ what }) => what)).toEqual(STEPS);
  const said = JSON.stringify(all);
  for (const id of Object.values(envelope.actor)) expect(said).not.toContain(`"${id}"`);
});

it('keeps a question open until the submitter writes', () => {
  expect(view(...histories.acknowledged, asked)?.questions).toHaveLength(1);
  expect(view(...histories.acknowledged, asked, wrote)?.questions).toEqual([]);
  expect(view(...histories.acknowledged, wrote, asked)?.questions).toHaveLength(1);
});

it('shows a refusal, an outcome and its appraisal as they stand', () => {
  const { ground, reason } = refused.data;
  expect(view(...histories.refused)).toMatchObject({ status: 'refused', refusal: { ground, reason } });
  expect(view(...histories.told, appraised)).toMatchObject({
    status: 'told',
    outcome: told.data.outcome,
    appraisal: 'satisfied',
    comment: 'We sleep again.',
  });
  const after = view(...histories.told, appraised, withdrawn);
  for (const gone of ['outcome', 'appraisal', 'comment', 'answer', 'refusal'])
    expect(after).not.toHaveProperty(gone);
});

it('does not show of which opinion it is a duplicate', () => {
  const said = JSON.stringify(view(...histories.duplicate, toldOfOriginal));
  expect(said).not.toContain(toldOfOriginal.data.about);
});

it('is of no opinion when nothing was sent', () => {
  expect(view()).toBeUndefined();
});
