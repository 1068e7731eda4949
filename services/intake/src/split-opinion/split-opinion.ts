import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type {
  JoiningRejection,
  JoinParts,
  PartingRejection,
  SplitOpinion,
} from '@redress/contracts/intake/split-opinion';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Opinion, partsOf } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

/** The office splits what speaks of several matters; `isTaken` says whether something else has the id of a part. */
export const splitOpinion =
  ({ opinionId, parts, reason }: SplitOpinion, actor: Actor, isTaken: boolean) =>
  (opinion: Opinion): Decision<OpinionEvent, PartingRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (actor.role !== 'office') return reject('not-the-office');
    const said = parts.map((part) => ({ ...part }));
    if (isDeepStrictEqual(partsOf(opinion), said)) return [];
    if (opinion.whole !== undefined) return reject('is-a-part');
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);
    const ids = new Set([opinionId, ...parts.map((part) => part.opinionId)]);
    if (ids.size <= parts.length) return reject('part-named-twice');
    if (isTaken) return reject('opinion-id-is-taken');

    return [{ type: 'OpinionSplit', data: { opinionId, parts: said, reason } }];
  };

/** The office takes the parts together again; `isInHand` says whether something was done with one of them. */
export const joinParts =
  ({ opinionId, reason }: JoinParts, actor: Actor, isInHand: boolean) =>
  (opinion: Opinion): Decision<OpinionEvent, JoiningRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (actor.role !== 'office') return reject('not-the-office');
    if (opinion.status === 'acknowledged' && opinion.undone === 'split') return [];
    const parts = partsOf(opinion).map((part) => part.opinionId);
    if (parts.length === 0) return reject('not-split');
    if (isInHand) return reject('part-is-in-hand');

    return [{ type: 'PartsJoined', data: { opinionId, parts, reason } }];
  };
