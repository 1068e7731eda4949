import type { LetterRejection } from '@redress/contracts/upkeep/dead-letters';
import { type UpkeepEvent, upkeepEvents } from '@redress/contracts/upkeep/upkeep.events';
import type { Instant } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { type Decision, reject } from '@redress/eventsourcing/decision';

/** What was done about an event that a reaction gave up; when it had been given up, the last time that something was done. */
export type SettledLetter = { readonly givenUpAt?: Instant };

export const settledLetters: Aggregate<SettledLetter, UpkeepEvent> = {
  ...upkeepEvents,
  initial: {},
  evolve: (_, { data: { givenUpAt } }) => ({ givenUpAt }),
};

/**
 * An operator requeued or dropped a letter, which lies there, or no longer does. What was left lying when something was done
 * about it, and was not taken away, is taken away without a word.
 */
export const settleLetter =
  (done: UpkeepEvent | undefined) =>
  ({ givenUpAt }: SettledLetter): Decision<UpkeepEvent, LetterRejection> => {
    if (!done) return givenUpAt === undefined ? reject('no-such-letter') : [];
    return givenUpAt === done.data.givenUpAt ? [] : [done];
  };
