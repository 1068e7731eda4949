import { versioned } from '@redress/contracts/event';
import {
  acknowledged,
  answered,
  asked,
  listed,
  marked,
  opinionId,
  opinionSplit,
  originalId,
  otherPartId,
  partBegun,
  partId,
  refused,
  submitted,
  takenBack,
  taskId,
  told,
} from '@redress/contracts/intake/opinion.examples';
import type { TaskId } from '@redress/contracts/values';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { fold } from '@redress/eventsourcing/aggregate';
import { type Opinion, opinions } from './opinion.js';

/** What a duplicate's submitter hears when the original comes to its end. */
export const toldOfOriginal = {
  type: 'OutcomeTold',
  data: {
    opinionId,
    about: originalId,
    outcome: told.data.outcome,
    revision: 3,
    tasks: [taskId],
    stands: 'told',
  },
} satisfies OpinionEvent;

/** What the whole hears when each of its parts comes to its end. */
export const toldOfPart = {
  type: 'OutcomeTold',
  data: {
    opinionId,
    about: partId,
    outcome: 'Work ends at ten.',
    revision: 1,
    tasks: [] as TaskId[],
    stands: 'split',
  },
} satisfies OpinionEvent;
export const toldOfOtherPart = {
  type: 'OutcomeTold',
  data: {
    opinionId,
    about: otherPartId,
    outcome: 'The lamp was mended.',
    revision: 1,
    tasks: [] as TaskId[],
    stands: 'told',
    inAll: 'Work ends at ten.\n\nThe lamp was mended.',
  },
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
  split: [submitted, acknowledged, opinionSplit],
  'told of its parts': [submitted, acknowledged, opinionSplit, toldOfPart, toldOfOtherPart],
  'taken-back': [partBegun, takenBack],
} as const satisfies Readonly<Record<string, readonly OpinionEvent[]>>;

/** As an opinion stands after these. */
export const standing = (...events: readonly OpinionEvent[]): Opinion =>
  fold(
    opinions,
    events.map((event) => versioned(opinions, event)),
  );
