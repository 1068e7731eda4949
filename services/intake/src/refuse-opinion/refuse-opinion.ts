import type { Actor } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { RefuseOpinion } from '@redress/contracts/intake/refuse-opinion';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, OfficeRejection>;

/** The office will not act on it, and says why. */
export const refuseOpinion =
  ({ opinionId, ground, reason }: RefuseOpinion, actor: Actor): Decide =>
  (opinion) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (opinion.status === 'refused' && opinion.ground === ground && opinion.reason === reason) return [];
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);

    return [{ type: 'OpinionRefused', data: { opinionId, ground, reason } }];
  };
