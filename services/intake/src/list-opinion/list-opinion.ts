import type { Actor } from '@redress/contracts/envelope';
import type { ListOpinion } from '@redress/contracts/intake/list-opinion';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OfficeRejection } from '@redress/contracts/intake/opinion-rejections';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { issueOf, type Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, OfficeRejection>;

/** The office puts it on the books. */
export const listOpinion =
  ({ opinionId, issueId, title, problem, topic, severity }: ListOpinion, actor: Actor): Decide =>
  (opinion) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (issueOf(opinion) === issueId) return [];
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);

    const { channel } = opinion.sent;
    const data = { opinionId, issueId, title, problem, topic, severity, channel };
    return [{ type: 'OpinionListed', data }];
  };
