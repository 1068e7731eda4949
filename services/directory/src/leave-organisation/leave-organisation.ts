import type { PersonEvent, PostEvent } from '@redress/contracts/directory/organisation.events';
import type { KnowPersonAs, LeaverRejection } from '@redress/contracts/directory/leavers';
import type { TokenEvent } from '@redress/contracts/directory/token.events';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId, PostId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { vacated } from '../join-post/join-post.js';
import type { Person } from '../person/person.js';
import type { Post } from '../post/post.js';
import { mayOrganise } from '../record-unit/may-organise.js';
import type { Token } from '../token/token.js';

type Decide = (person: Person) => Decision<PersonEvent, LeaverRejection>;

/** Somebody has left the organisation. */
export const departPerson =
  (actor: Actor, today: Day): Decide =>
  ({ id: personId, hasLeft }) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (personId === undefined) return reject('no-such-person');
    return hasLeft ? [] : [{ type: 'PersonDeparted', data: { personId, on: today } }];
  };

/** Somebody who left is back. */
export const returnPerson =
  (actor: Actor, today: Day): Decide =>
  ({ id: personId, hasLeft }) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (personId === undefined) return reject('no-such-person');
    return hasLeft ? [{ type: 'PersonReturned', data: { personId, on: today } }] : [];
  };

/** Under what the directory of the organisation has somebody. */
export const knowPersonAs =
  ({ userName, externalId }: Pick<KnowPersonAs, 'userName' | 'externalId'>, actor: Actor): Decide =>
  ({ id: personId, knownAs }) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (personId === undefined) return reject('no-such-person');
    if (knownAs.userName === userName && knownAs.externalId === externalId) return [];
    const known = {
      ...(userName !== undefined && { userName }),
      ...(externalId !== undefined && { externalId }),
    };
    return [{ type: 'PersonKnownAs', data: { personId, ...known } }];
  };

/** Whoever has left holds a post no more, is nobody's deputy in it, and has none. */
export const leavesPost =
  (postId: PostId, code: string, person: PersonId, on: Day) =>
  (post: Post): readonly PostEvent[] => [
    ...vacated(code, post, person, on),
    ...(post.status === 'unknown' ? [] : post.deputies)
      .filter(
        ({ deputy, principal, until, dismissedOn }) =>
          (deputy === person || principal === person) && dismissedOn === undefined && on <= until,
      )
      .map(({ id: deputyId }) => ({ type: 'DeputyDismissed' as const, data: { postId, deputyId, on } })),
  ];

export const LEFT = 'whose it is has left the organisation';

export const endsToken = (token: Token): readonly TokenEvent[] =>
  token.status === 'issued' ? [{ type: 'TokenRevoked', data: { tokenId: token.tokenId, reason: LEFT } }] : [];
