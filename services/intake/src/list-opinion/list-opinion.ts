import type { Actor } from '@redress/contracts/envelope';
import type { ListingRejection, ListOpinion } from '@redress/contracts/intake/list-opinion';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { issuesOf, type Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, ListingRejection>;

/** The office puts it on the books, with one of these severities. */
export const listOpinion =
  (
    { opinionId, issueId, title, problem, topic, severity }: ListOpinion,
    actor: Actor,
    severities: readonly string[],
  ): Decide =>
  (opinion) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (issuesOf(opinion).includes(issueId)) return [];
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);
    if (!severities.includes(severity)) return reject('no-such-severity');

    const { channel } = opinion.sent;
    const data = { opinionId, issueId, title, problem, topic, severity, channel };
    return [{ type: 'OpinionListed', data }];
  };
