import { lifted, type Recorded } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { tellOutcome, type TellingRejection, withdrawOutcome } from '../tell-outcome/tell-outcome.js';

/** The last event of an original that gave it an end or took it away, and what its duplicates hear of that. */
export type EndOfOriginal = {
  readonly event: Recorded;
  readonly hear: (duplicate: OpinionId) => (opinion: Opinion) => Decision<OpinionEvent, TellingRejection>;
};

export const endOf = (history: readonly Recorded[]): EndOfOriginal | undefined => {
  for (const event of history.toReversed()) {
    const hear = heard(lifted<OpinionEvent, Recorded>(opinionEvents, event));
    if (hear) return { event, hear };
  }
  return undefined;
};

const heard = ({ type, data }: OpinionEvent): EndOfOriginal['hear'] | undefined => {
  const end = (opinionId: OpinionId) => ({ opinionId, about: data.opinionId });
  switch (type) {
    case 'OutcomeTold': {
      const { issueId } = data;
      return (duplicate) => tellOutcome({ ...end(duplicate), issueId }, data);
    }
    case 'OpinionAnswered':
      return (duplicate) => tellOutcome(end(duplicate), { outcome: data.answer, tasks: [] });
    case 'OpinionRefused':
      return (duplicate) => tellOutcome(end(duplicate), { outcome: data.reason, tasks: [] });
    case 'OutcomeWithdrawn':
      return (duplicate) => withdrawOutcome(end(duplicate), data);
    case 'OpinionSubmitted':
    case 'OpinionAcknowledged':
    case 'OpinionRedirected':
    case 'SubmitterAsked':
    case 'SubmitterWrote':
    case 'OpinionMarkedDuplicate':
    case 'DuplicateMarkLifted':
    case 'OpinionListed':
    case 'OutcomeAppraised':
      return undefined;
  }
};
