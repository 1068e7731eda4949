import { postIdOf } from '@redress/contracts/directory/ids';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import type { JoinPost, PostRejection, VacatePost } from '@redress/contracts/directory/posts';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Person } from '../person/person.js';
import { dayAfter, dayBefore, type Holding, overlaps, type Post } from '../post/post.js';
import { mayOrganise } from '../record-unit/may-organise.js';

type Decide = (post: Post) => Decision<PostEvent, PostRejection>;

/**
 * Somebody holds a post from now on, without end, as a directory says it that knows of no days. Whoever holds it already goes on
 * holding it, past the day on which it was to end.
 */
export const joinPost =
  ({ code }: JoinPost, actor: Actor, today: Day, { id: person, hasLeft }: Person): Decide =>
  (post) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (post.status === 'unknown') return reject('no-such-post');
    if (person === undefined) return reject('no-such-person');
    if (hasLeft) return reject('person-has-left');
    const own = lasting(post.holdings, person, today);
    if (own.some(({ from, until }) => from <= today && until === undefined)) return [];
    const now = own.find(({ from }) => from <= today);
    const from = now?.until !== undefined ? dayAfter(now.until) : today > post.from ? today : post.from;
    const next = own
      .filter((holding) => holding.from >= from)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
    if (next && next.from <= from) return [];
    const until = next && dayBefore(next.from);
    if (post.holdings.some(overlaps({ person, from, until }))) return reject('already-held-then');
    const ends = until === undefined ? {} : { until };
    return [{ type: 'PostTaken', data: { postId: postIdOf(code), personId: person, from, ...ends } }];
  };

/** Somebody acts in a post no more from this moment on, nor on a day to come. */
export const vacatePost =
  ({ code }: VacatePost, actor: Actor, today: Day, person: PersonId | undefined): Decide =>
  (post) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (post.status === 'unknown') return reject('no-such-post');
    if (person === undefined) return reject('no-such-person');
    return vacated(code, post, person, today);
  };

export const vacated = (code: string, post: Post, person: PersonId, on: Day): readonly PostEvent[] =>
  post.status === 'unknown'
    ? []
    : lasting(post.holdings, person, on).map(({ from }) => ({
        type: 'PostVacated',
        data: { postId: postIdOf(code), personId: person, from, on },
      }));

/** What somebody holds, or is to hold. */
const lasting = (holdings: readonly Holding[], person: PersonId, today: Day): readonly Holding[] =>
  holdings.filter(
    (holding) =>
      holding.person === person &&
      holding.vacatedOn === undefined &&
      (holding.until === undefined || today <= holding.until),
  );
