import {
  DEPUTY_DAYS,
  type DeputyRejection,
  type DismissDeputy,
  type NameDeputy,
} from '@redress/contracts/directory/deputies';
import { postIdOf } from '@redress/contracts/directory/ids';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import type { Actor } from '@redress/contracts/envelope';
import { type Day, daysBetween } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Person } from '../person/person.js';
import type { Post } from '../post/post.js';
import { mayOrganise } from '../record-unit/may-organise.js';

type Decide = (post: Post) => Decision<PostEvent, DeputyRejection>;

/** Whoever keeps the organisation, and whoever acts in the post themselves: a deputy names no deputy. */
const mayName = (actor: Actor, code: string): boolean =>
  mayOrganise(actor) || (actor.post === postIdOf(code) && actor.onBehalfOf === undefined);

/** Somebody is to act for the one who holds a post, for some days that are still to come. One does at a time. */
export const nameDeputy =
  (
    { code, deputyId, from, until }: NameDeputy,
    actor: Actor,
    today: Day,
    { id: person, hasLeft }: Person,
  ): Decide =>
  (post) => {
    if (!mayName(actor, code)) return reject('may-not-name-deputies');
    if (post.status === 'unknown') return reject('no-such-post');
    const there = post.deputies.find(({ id }) => id === deputyId);
    if (there)
      return there.deputy === person && there.from === from && there.until === until
        ? []
        : reject('deputy-id-of-another');
    if (person === undefined) return reject('no-such-person');
    if (hasLeft) return reject('person-has-left');
    if (until < from) return reject('ends-before-it-begins');
    if (from < today) return reject('begins-in-the-past');
    if (daysBetween(from, until) >= DEPUTY_DAYS) return reject('deputy-for-too-long');
    const held = post.holdings.find(
      (holding) =>
        holding.vacatedOn === undefined &&
        holding.from <= from &&
        (holding.until === undefined || until <= holding.until),
    );
    if (!held) return reject('nobody-holds-it-then');
    if (held.person === person) return reject('deputy-holds-it');
    if (!mayOrganise(actor) && held.person !== actor.person) return reject('may-not-name-deputies');
    const overlapping = post.deputies.some(
      (other) => other.dismissedOn === undefined && other.from <= until && from <= other.until,
    );
    if (overlapping) return reject('another-deputy-then');

    const data = { postId: postIdOf(code), deputyId, deputy: person, principal: held.person, from, until };
    return [{ type: 'DeputyNamed', data }];
  };

/** Whoever may name a deputy may also do without. */
export const dismissDeputy =
  ({ code, deputyId }: DismissDeputy, actor: Actor, today: Day): Decide =>
  (post) => {
    if (!mayName(actor, code)) return reject('may-not-name-deputies');
    if (post.status === 'unknown') return reject('no-such-post');
    const there = post.deputies.find(({ id }) => id === deputyId);
    if (!there) return reject('no-such-deputy');
    if (there.dismissedOn !== undefined) return [];
    return [{ type: 'DeputyDismissed', data: { postId: postIdOf(code), deputyId, on: today } }];
  };
