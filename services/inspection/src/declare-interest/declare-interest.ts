import type { Actor } from '@redress/contracts/envelope';
import type {
  DeclareInterest,
  EndInterest,
  InterestRejection,
} from '@redress/contracts/inspection/declare-interest';
import type { InterestEvent } from '@redress/contracts/inspection/interest.events';
import type { Day, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending } from '../dated/dated.js';
import type { Interests } from '../interest/interests.js';

type Decide = (interests: Interests) => Decision<InterestEvent, InterestRejection>;

/** What the directory says of person and unit. */
export type InterestFacts = { readonly isKnown: boolean; readonly isThere: boolean };

/** A person, or the office for them, declares an interest in a unit. It may have begun long ago. */
export const declareInterest =
  (
    { person, interestId, unit, reason, from, until }: DeclareInterest,
    actor: Actor,
    { isKnown, isThere }: InterestFacts,
  ): Decide =>
  ({ declared }) => {
    if (!mayDeclareFor(person, actor)) return reject('not-yours-to-declare');
    const told = declared.find((interest) => interest.interestId === interestId);
    if (told) {
      const isSame =
        told.unit === unit && told.reason === reason && told.from === from && told.foreseen === until;
      return isSame ? [] : reject('interest-is-another');
    }
    if (!isKnown) return reject('nobody-with-this-id');
    if (!isThere) return reject('no-such-unit');
    if (until !== undefined && until < from) return reject('ends-before-it-begins');

    const data = { person, interestId, unit, reason, from, ...(until && { until }) };
    return [{ type: 'InterestDeclared', data }];
  };

/** An interest ends, not before the day on which that is said: what was not to be done until then stays so. */
export const endInterest =
  ({ person, interestId, until }: EndInterest, actor: Actor, today: Day): Decide =>
  ({ declared }) => {
    if (!mayDeclareFor(person, actor)) return reject('not-yours-to-declare');
    const interest = declared.find((one) => one.interestId === interestId);
    if (!interest) return reject('no-such-interest');
    if (interest.until !== until && until < today) return reject('reaches-back');
    const { unit } = interest;
    return ending(interest, until, today, {
      type: 'InterestEnded',
      data: { person, interestId, unit, until },
    });
  };

const mayDeclareFor = (person: PersonId, actor: Actor): boolean =>
  actor.role === 'office' || actor.person === person;
