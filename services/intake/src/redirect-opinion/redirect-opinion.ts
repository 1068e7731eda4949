import type { Actor } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { RedirectOpinion } from '@redress/contracts/intake/redirect-opinion';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, OfficeRejection>;

/** The office passes it to the role inbox that it belongs to, as long as it was not triaged. */
export const redirectOpinion =
  ({ opinionId, addressedTo, reason }: RedirectOpinion, actor: Actor): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (actor.role !== 'office') return reject('not-the-office');
    if (opinion.addressedTo === addressedTo) return [];
    if (opinion.status !== 'submitted' && opinion.status !== 'acknowledged') return notToBeTriaged(opinion);

    return [{ type: 'OpinionRedirected', data: { opinionId, addressedTo, reason } }];
  };
