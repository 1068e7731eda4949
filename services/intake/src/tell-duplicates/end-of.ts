import { lifted, type Recorded } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import { toldIn } from '../opinion/ends.js';
import { type Opinion, opinions } from '../opinion/opinion.js';
import { tellOutcome, type TellingRejection, withdrawOutcome } from '../tell-outcome/tell-outcome.js';

/** The last event of an opinion that gave it an end or took it away, and what those hear who wait for that. */
export type EndOfOpinion = {
  readonly event: Recorded;
  readonly hear: (listener: OpinionId) => (opinion: Opinion) => Decision<OpinionEvent, TellingRejection>;
};

export const endOf = (history: readonly Recorded[]): EndOfOpinion | undefined => {
  const event = history.findLast((one) => isOfEnd(lifted<OpinionEvent, Recorded>(opinionEvents, one)));
  if (!event) return undefined;
  const { revision } = event;
  const { data }: OpinionEvent = lifted<OpinionEvent, Recorded>(opinionEvents, event);
  const outcome = outcomeOf(fold(opinions, history));
  const tasks = 'tasks' in data ? data.tasks : [];
  const reason = 'reason' in data ? data.reason : 'the answer was not enough';
  return {
    event,
    hear: (opinionId) => {
      const heard = { opinionId, about: data.opinionId, revision };
      return outcome === undefined
        ? withdrawOutcome(heard, { reason })
        : tellOutcome(heard, { outcome, tasks });
    },
  };
};

/** What came of an opinion as it stands, or undefined while it has no end. */
const outcomeOf = (opinion: Opinion): string | undefined => {
  switch (opinion.status) {
    case 'answered':
      return opinion.answer;
    case 'refused':
      return opinion.reason;
    case 'told':
      return toldIn(opinion.ends);
    case 'unsent':
    case 'submitted':
    case 'acknowledged':
    case 'listed':
    case 'duplicate':
    case 'split':
    case 'taken-back':
      return undefined;
  }
};

/** Whether something gave an opinion an end, or took one away. */
export const isOfEnd = ({ type, data }: OpinionEvent): boolean => {
  switch (type) {
    case 'OpinionAnswered':
    case 'OpinionRefused':
    case 'OutcomeTold':
    case 'OutcomeWithdrawn':
    case 'OpinionMoved':
    case 'DuplicateMarkLifted':
      return true;
    case 'SubmitterWrote':
      return data.asksBack;
    case 'OpinionSubmitted':
    case 'OpinionAcknowledged':
    case 'OpinionRedirected':
    case 'SubmitterAsked':
    case 'FileAttached':
    case 'OpinionMarkedDuplicate':
    case 'OpinionListed':
    case 'OpinionSplit':
    case 'OpinionPartBegun':
    case 'PartsJoined':
    case 'PartTakenBack':
    case 'OutcomeAppraised':
      return false;
  }
};
