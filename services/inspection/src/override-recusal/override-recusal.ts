import type { Actor } from '@redress/contracts/envelope';
import type { InterestEvent } from '@redress/contracts/inspection/interest.events';
import type {
  EndOverride,
  OverrideRecusal,
  OverrideRejection,
} from '@redress/contracts/inspection/override-recusal';
import type { Conflict } from '@redress/contracts/inspection/recusal';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending } from '../dated/dated.js';
import type { Interests } from '../interest/interests.js';

type Decide = (interests: Interests) => Decision<InterestEvent, OverrideRejection>;

/**
 * The office lets somebody else act for a unit in spite of these conflicts, which are all that are known on the first
 * of the days. Who has to stay out of it today gives no leave for it either.
 */
export const overrideRecusal =
  (
    { person, overrideId, unit, reason, from, until }: OverrideRecusal,
    actor: Actor,
    today: Day,
    conflicts: readonly Conflict[],
    isGiverRecused: boolean,
  ): Decide =>
  ({ overrides }) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (actor.person === person) return reject('not-for-oneself');
    const given = overrides.find((override) => override.overrideId === overrideId);
    if (given) {
      const isSame =
        given.unit === unit && given.reason === reason && given.from === from && given.foreseen === until;
      return isSame ? [] : reject('override-is-another');
    }
    if (isGiverRecused) return reject('giver-is-recused');
    if (from < today) return reject('reaches-back');
    if (until < from) return reject('ends-before-it-begins');
    if (conflicts.length === 0) return reject('nothing-to-override');

    const known = conflicts.map(({ overriddenBy: _, ...conflict }) => conflict);
    const data = { person, overrideId, unit, reason, from, until, conflicts: known };
    return [{ type: 'RecusalOverridden', data }];
  };

/** The office takes its leave back from a later day on, at the earliest from tomorrow. */
export const endOverride =
  ({ person, overrideId, until }: EndOverride, actor: Actor, today: Day): Decide =>
  ({ overrides }) => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (actor.person === person) return reject('not-for-oneself');
    const override = overrides.find((one) => one.overrideId === overrideId);
    if (!override) return reject('no-such-override');
    if (override.until !== until && until < today) return reject('reaches-back');
    const { unit } = override;
    return ending(override, until, today, {
      type: 'OverrideEnded',
      data: { person, overrideId, unit, until },
    });
  };
