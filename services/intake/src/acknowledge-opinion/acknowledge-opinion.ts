import type { Actor } from '@redress/contracts/envelope';
import type {
  AcknowledgementRejection,
  AcknowledgeOpinion,
} from '@redress/contracts/intake/acknowledge-opinion';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { handles } from '../opinion/who-handles.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, AcknowledgementRejection>;

/** Whoever handles it has taken note; whatever came after, it stays acknowledged. */
export const acknowledgeOpinion =
  ({ opinionId }: AcknowledgeOpinion, actor: Actor): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!handles(actor, opinion)) return reject('not-addressed-to-you');
    if (opinion.status !== 'submitted') return [];

    return [{ type: 'OpinionAcknowledged', data: { opinionId } }];
  };
