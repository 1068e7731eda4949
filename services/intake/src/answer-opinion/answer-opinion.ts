import type { Actor } from '@redress/contracts/envelope';
import type { AnswerOpinion, AnswerRejection } from '@redress/contracts/intake/answer-opinion';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';
import { handles } from '../opinion/who-handles.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, AnswerRejection>;

/** Whoever handles it answers; the submitter may ask back. */
export const answerOpinion =
  ({ opinionId, answer }: AnswerOpinion, actor: Actor): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!handles(actor, opinion)) return reject('not-addressed-to-you');
    if (opinion.status === 'answered' && opinion.answer === answer) return [];
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);

    return [{ type: 'OpinionAnswered', data: { opinionId, answer } }];
  };
