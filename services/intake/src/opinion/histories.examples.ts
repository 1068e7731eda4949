import { versioned } from '@redress/contracts/event';
import {
  acknowledged,
  answered,
  asked,
  listed,
  marked,
  originalId,
  refused,
  submitted,
  told,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { fold } from '@redress/eventsourcing/aggregate';
import { type Opinion, opinions } from './opinion.js';

/** What a duplicate's submitter hears when the original comes to its end. */
export const toldOfOriginal = {
  type: 'OutcomeTold',
  data: { ...told.data, about: originalId },
} satisfies OpinionEvent;

/** For the specs: one way to each status, and to having been told as a duplicate. */
export const histories = {
  unsent: [],
  submitted: [submitted],
  acknowledged: [submitted, acknowledged],
  answered: [submitted, acknowledged, asked, answered],
  duplicate: [submitted, acknowledged, marked],
  refused: [submitted, acknowledged, refused],
  listed: [submitted, acknowledged, listed],
  told: [submitted, acknowledged, listed, told],
  'told as a duplicate': [submitted, acknowledged, marked, toldOfOriginal],
} as const satisfies Readonly<Record<string, readonly OpinionEvent[]>>;

/** As an opinion stands after these. */
export const standing = (...events: readonly OpinionEvent[]): Opinion =>
  fold(
    opinions,
    events.map((event) => versioned(opinions, event)),
  );
