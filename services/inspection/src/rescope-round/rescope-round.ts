import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import { ROUND_LIMIT, type RoundRejection } from '@redress/contracts/inspection/plan-round';
import type { CloseRound, RescopeRound } from '@redress/contracts/inspection/rescope-round';
import type { RoundEvent } from '@redress/contracts/inspection/round.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Ground, unfit } from '../round/ground.js';
import type { Round } from '../round/round.js';
import { groupsOf, scopeOf } from '../round/scope.js';

type Decide = (round: Round) => Decision<RoundEvent, RoundRejection>;

/** The office changes which units a round is about. `ground` is about those that are added. */
export const rescopeRound =
  (
    { roundId, entryId, added, removed, reason, pairing }: RescopeRound,
    actor: Actor,
    ground: Ground,
  ): Decide =>
  (round) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (round.status === 'unknown') return reject('no-such-round');
    const before = round.rescopings.get(entryId);
    if (before) {
      const isSame =
        before.reason === reason &&
        isDeepStrictEqual(new Set(before.added.flatMap(({ units }) => units)), new Set(added)) &&
        isDeepStrictEqual(new Set(before.removed), new Set(removed));
      return isSame ? [] : reject('entry-id-is-taken');
    }
    if (round.status === 'closed') return reject('round-is-closed');
    if (added.length + removed.length === 0) return reject('nothing-to-change');
    if (added.some((unit) => round.scope.has(unit))) return reject('already-in-scope');
    if (removed.some((unit) => !round.scope.has(unit))) return reject('not-in-scope');
    const wrong = unfit(pairing, ground);
    if (wrong) return reject(wrong);
    const units = round.scope.size + added.length - removed.length;
    if (units === 0) return reject('nothing-in-scope');
    if (units > ROUND_LIMIT) return reject('too-many-units');

    const groups = groupsOf(scopeOf(added, pairing ?? ground.pairing));
    return [{ type: 'RoundRescoped', data: { roundId, entryId, added: groups, removed, reason, units } }];
  };

/** The office closes a round. */
export const closeRound =
  ({ roundId }: CloseRound, actor: Actor, today: Day): Decide =>
  (round) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (round.status === 'unknown') return reject('no-such-round');
    return round.status === 'closed' ? [] : [{ type: 'RoundClosed', data: { roundId, on: today } }];
  };
