import { describe, expect, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  blueId,
  redByOffice,
  reminded,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
  talkRefused,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { deadline } from '@redress/contracts/rectification/people.examples';
import { assigned, closed, returned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const rowAfter = (...events: readonly TaskEvent[]) => rowsAfter(ledger, assigned, ...events)[0];

describe('the line of a task shows its cards', () => {
  it('begins without any', () => {
    const row = rowAfter();
    expect(row).toMatchObject({ cards: {}, reminders: {}, escalations: {}, objections: {}, lookBacks: {} });
    expect(row).not.toHaveProperty('card');
  });

  it('names the one drawn last, and keeps by which rule each was drawn, of which day', () => {
    const { colour, rule, dueOn, counted, appealBy, policy } = blueDrawn.data;
    const why = { colour, rule, dueOn, deadline, counted, appealBy, policy };
    const row = rowAfter(blueDrawn, yellowDrawn);
    expect(row).toMatchObject({ card: 'yellow', revision: 2 });
    expect(row?.cards[blueId]).toEqual({ at, by, status: 'in-force', ...why });
    expect(row?.cards[yellowId]).toMatchObject({ answerBy: yellowDrawn.data.answerBy });
    const { cardId, reason } = redByOffice.data;
    expect(rowAfter(redByOffice)?.cards[cardId]).toMatchObject({ rule: 'office', reason });
  });

  it('shows what the unit said to it, and what became of that', () => {
    const drawn = [blueDrawn, yellowDrawn, yellowAnswered, yellowAppealed] as const;
    const { text } = yellowAnswered.data;
    const appeal = { at, by, text: yellowAppealed.data.reason };
    expect(rowAfter(...drawn)).toMatchObject({
      card: 'yellow',
      cards: { [yellowId]: { status: 'appealed', answer: { at, by, text }, appeal } },
    });
    const upheld = rowAfter(
      ...drawn,
      having<TaskEvent & { type: 'AppealDecided' }>(appealUpheld, { left: 'blue' }),
    );
    expect(upheld).toMatchObject({
      card: 'blue',
      cards: {
        [yellowId]: {
          status: 'withdrawn',
          decision: { at, by, upheld: true, reason: appealUpheld.data.reason },
        },
      },
    });
    expect(rowAfter(yellowDrawn, yellowAppealed, appealUpheld)).not.toHaveProperty('card');
    const dismissed = having<TaskEvent & { type: 'AppealDecided' }>(appealDismissed, { left: 'yellow' });
    expect(rowAfter(...drawn, dismissed)).toMatchObject({
      card: 'yellow',
      cards: { [yellowId]: { status: 'in-force', decision: { upheld: false } } },
    });
  });

  it('has none in force once the task is given back, closed or taken back', () => {
    const endedCards = [yellowId];
    const ends: readonly TaskEvent[] = [
      { ...returned, data: { ...returned.data, endedCards } },
      { ...closed, data: { ...closed.data, endedCards } },
      { ...taskWithdrawn, data: { ...taskWithdrawn.data, endedCards } },
    ];
    for (const end of ends) {
      const row = rowAfter(yellowDrawn, end);
      expect(row).not.toHaveProperty('card');
      expect(row?.cards[yellowId]).toMatchObject({ status: 'ended', colour: 'yellow' });
    }
    expect(rowAfter(returned)?.cards).toEqual({});
  });
});

describe('the line of a task shows how it is pressed for', () => {
  it('by reminders', () => {
    const { entryId, text } = reminded.data;
    expect(rowAfter(reminded)?.reminders).toEqual({ [entryId]: { at, by, text } });
  });

  it('by a talk that is proposed, approved and held, or refused, or that lapses with its card', () => {
    const { entryId, kind, cardId, reason } = talkProposed.data;
    const proposed = { at, by, kind, cardId, reason };
    const stepAfter = (...events: readonly TaskEvent[]) =>
      rowAfter(talkProposed, ...events)?.escalations[entryId];
    expect(stepAfter()).toEqual({ ...proposed, status: 'proposed' });
    expect(stepAfter(talkApproved)).toEqual({ ...proposed, status: 'approved', answer: { at, by } });
    const { on, record } = talkHeld.data;
    expect(stepAfter(talkApproved, talkHeld)).toMatchObject({
      status: 'carried-out',
      carriedOut: { at, by, on, record },
    });
    expect(stepAfter(talkLapsed)).toEqual({ ...proposed, status: 'lapsed' });
    expect(stepAfter(talkRefused)).toMatchObject({
      status: 'refused',
      answer: { at, by, reason: talkRefused.data.reason },
    });
  });
});
