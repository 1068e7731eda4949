import { describe, expect, it } from '@jest/globals';
import type { DismissDeputy, NameDeputy } from '@redress/contracts/directory/deputies';
import {
  deputyDismissed,
  deputyId,
  deputyNamed,
  established,
  head,
  left,
  officer,
  operator,
  personId,
  postEstablished,
  postId,
  successorId,
  taken,
  today,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import { versioned } from '@redress/contracts/event';
import type { Day, DeputyId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { people } from '../person/person.js';
import { posts } from '../post/post.js';
import { standingOf } from '../standing/standing.js';
import { units } from '../unit/unit.js';
import { dismissDeputy, nameDeputy } from './name-deputy.js';

const { given } = specFor(posts);
const { from, until } = deputyNamed.data;
const name = { code: 'P-07-1', deputyId, rosterNumber: 'R1008', from, until } satisfies NameDeputy;
const dismiss = { code: 'P-07-1', deputyId } satisfies DismissDeputy;
const known = { ...people.initial, id: successorId, name: '李娜' };
const held = given(postEstablished, taken);
const deputised = given(postEstablished, taken, deputyNamed);
const another = '0190a5c4-4444-7aaa-8aaa-000000000002' as DeputyId;
const deputy = { ...head, person: successorId, onBehalfOf: personId };

describe('whoever holds a post, the office or the operator', () => {
  it.each([head, officer, operator])('names a deputy, and dismisses them', (actor) => {
    held.when(nameDeputy(name, actor, today, known)).yields(deputyNamed);
    deputised.when(dismissDeputy(dismiss, actor, today)).yields(deputyDismissed);
  });

  it('names another once the first is dismissed', () => {
    given(postEstablished, taken, deputyNamed, deputyDismissed)
      .when(nameDeputy({ ...name, deputyId: another }, head, today, known))
      .yields(having(deputyNamed, { deputyId: another }));
  });

  it.each([
    ['may-not-name-deputies', held, name, { ...head, post: undefined }, known],
    ['may-not-name-deputies', deputised, { ...name, deputyId: another }, deputy, known],
    ['may-not-name-deputies', held, name, { ...head, person: successorId }, known],
    ['no-such-post', given(), name, officer, known],
    ['no-such-person', held, name, head, people.initial],
    ['ends-before-it-begins', held, { ...name, until: '2026-03-24' as Day }, head, known],
    ['begins-in-the-past', held, { ...name, from: '2026-03-19' as Day }, head, known],
    ['deputy-for-too-long', held, { ...name, until: '2027-03-27' as Day }, head, known],
    ['nobody-holds-it-then', given(postEstablished, taken, left), name, officer, known],
    ['deputy-holds-it', held, name, head, { ...known, id: personId }],
    ['another-deputy-then', deputised, { ...name, deputyId: another }, head, known],
    ['deputy-id-of-another', deputised, name, head, { ...known, id: personId }],
  ] as const)('is told %s', (reason, post, command, actor, person) => {
    post.when(nameDeputy(command, actor as typeof head, today, person)).isRejected(reason);
  });

  it('is told when there is no such deputy, and a deputy dismisses nobody', () => {
    held.when(dismissDeputy(dismiss, head, today)).isRejected('no-such-deputy');
    given()
      .when(dismissDeputy(dismiss, officer, today))
      .isRejected('no-such-post');
    deputised.when(dismissDeputy(dismiss, deputy, today)).isRejected('may-not-name-deputies');
  });
});

describe('a deputy', () => {
  const unit = fold(units, [versioned(units, established)]);
  const after = (...events: readonly PostEvent[]) =>
    fold(
      posts,
      events.map((event) => versioned(posts, event)),
    );
  const standing = (day: Day, ...events: readonly PostEvent[]) =>
    standingOf(successorId, postId, after(postEstablished, taken, ...events), unit, day);

  it('acts in the post for whoever holds it, from the first day to the last', () => {
    const acts = { role: 'unit', person: successorId, post: postId, unit: unitId, onBehalfOf: personId };
    expect(standing(from, deputyNamed)).toEqual(acts);
    expect(standing(until, deputyNamed)).toEqual(acts);
    expect(standing('2026-03-24' as Day, deputyNamed)).toBeUndefined();
    expect(standing('2026-04-04' as Day, deputyNamed)).toBeUndefined();
  });

  it('does no longer when dismissed, or when whom they act for left the post', () => {
    expect(standing(from, deputyNamed, deputyDismissed)).toBeUndefined();
    expect(standing(until, deputyNamed, having(left, { until: from }))).toBeUndefined();
  });
});
