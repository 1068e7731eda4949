import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import type { LeavePost, PostRejection, RecordPost, TakePost } from '@redress/contracts/directory/posts';
import type { Actor } from '@redress/contracts/envelope';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Person } from '../person/person.js';
import { type Holding, overlaps, type Post } from '../post/post.js';
import { mayOrganise } from '../record-unit/may-organise.js';
import { type Unit, unitOn } from '../unit/unit.js';

type Decide = (post: Post) => Decision<PostEvent, PostRejection>;

/** The operator or the office gives a unit a post. What a post is never changes: another makes another post. */
export const recordPost =
  (
    { code, unit: unitCode, title, role, heads = false, from }: RecordPost,
    actor: Actor,
    unit: Unit,
  ): Decide =>
  (post) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    const unitId = unitIdOf(unitCode);
    if (post.status === 'established') {
      const isSame =
        post.unit === unitId &&
        post.title === title &&
        post.role === role &&
        post.heads === heads &&
        post.from === from;
      return isSame ? [] : reject('post-is-another');
    }
    if (unit.status === 'unknown') return reject('no-such-unit');
    if (!unitOn(unit, from)) return reject('unit-not-there-then');
    const leads = heads ? ({ heads } as const) : {};
    const data = { postId: postIdOf(code), code, unitId, title, role, ...leads, from };
    return [{ type: 'PostEstablished', data }];
  };

/** A person takes a post from a day on. Nobody holds it at the same time. */
export const takePost =
  ({ code, from, until }: TakePost, actor: Actor, { id: person, hasLeft }: Person): Decide =>
  (post) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (post.status === 'unknown') return reject('no-such-post');
    if (person === undefined) return reject('no-such-person');
    if (hasLeft) return reject('person-has-left');
    if (until !== undefined && until < from) return reject('ends-before-it-begins');
    if (from < post.from) return reject('before-the-post');
    const held = post.holdings.find((holding) => holding.person === person && holding.from === from);
    if (held) return until === undefined ? [] : ending(code, held, until);
    if (post.holdings.some(overlaps({ person, from, until }))) return reject('already-held-then');

    const ends = until === undefined ? {} : { until };
    return [{ type: 'PostTaken', data: { postId: postIdOf(code), personId: person, from, ...ends } }];
  };

/** A person leaves a post; that day is the last. */
export const leavePost =
  ({ code, until }: Pick<LeavePost, 'code' | 'until'>, actor: Actor, person: PersonId | undefined): Decide =>
  (post) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (post.status === 'unknown') return reject('no-such-post');
    const [held] = post.holdings
      .filter((holding) => holding.person === person && holding.from <= until)
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    return held ? ending(code, held, until) : reject('does-not-hold-it');
  };

const ending = (code: string, held: Holding, until: LeavePost['until']): ReturnType<Decide> => {
  const end = held.vacatedOn ?? held.until;
  if (end === until) return [];
  if (end !== undefined) return reject('holding-ended-otherwise');
  const { person: personId, from } = held;
  return [{ type: 'PostLeft', data: { postId: postIdOf(code), personId, from, until } }];
};
