import { describe, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  established,
  head,
  headEstablished,
  headPost,
  leave,
  left,
  officer,
  operator,
  personId,
  post,
  postEstablished,
  registered,
  successorId,
  take,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { people } from '../person/person.js';
import { posts } from '../post/post.js';
import { units } from '../unit/unit.js';
import { leavePost, recordPost, takePost } from './hold-post.js';

const { given } = specFor(posts);
const unit = fold(units, [versioned(units, established)]);
const person = fold(people, [versioned(people, registered)]);
const next = { ...people.initial, id: successorId, name: '李娜' };

const vacant = given(postEstablished);
const held = given(postEstablished, taken);
const over = given(postEstablished, taken, left);
const successor = { ...take, rosterNumber: 'R1008' };
const succeeded = having(taken, { personId: successorId, from: '2024-09-02' as typeof day2 });

describe('a post is recorded', () => {
  it('once, and is then what it is', () => {
    given()
      .when(recordPost(post, operator, unit))
      .yields(postEstablished);
    held.when(recordPost(post, officer, units.initial)).changesNothing();
    held.when(recordPost({ ...post, heads: false }, officer, unit)).changesNothing();
  });

  it('as one that heads its unit', () => {
    given()
      .when(recordPost(headPost, operator, unit))
      .yields(headEstablished);
  });

  it.each([
    ['may-not-change-the-organisation', given(), post, head, unit],
    ['no-such-unit', given(), post, operator, units.initial],
    ['unit-not-there-then', given(), { ...post, from: dayBefore(day1) }, operator, unit],
    ['post-is-another', vacant, { ...post, title: 'Dean' }, operator, unit],
    ['post-is-another', vacant, { ...post, role: 'office' }, operator, unit],
    ['post-is-another', vacant, { ...post, unit: 'U08' }, operator, unit],
    ['post-is-another', vacant, { ...post, from: day2 }, operator, unit],
    ['post-is-another', vacant, headPost, operator, unit],
    ['post-is-another', given(headEstablished), post, operator, unit],
  ] as const)('but not when %s', (reason, given, command, actor, ofUnit) => {
    given.when(recordPost(command, actor, ofUnit)).isRejected(reason);
  });
});

describe('a person takes a post', () => {
  it('from a day on, or from one day to another', () => {
    vacant.when(takePost(take, operator, person)).yields(taken);
    vacant.when(takePost({ ...take, until: day1 }, officer, person)).yields(having(taken, { until: day1 }));
  });

  it('after, or before, another held it', () => {
    over.when(takePost({ ...successor, from: succeeded.data.from }, operator, next)).yields(succeeded);
    const before = given(postEstablished, having(taken, { from: day2 }));
    const until = dayBefore(day2);
    before
      .when(takePost({ ...successor, until }, operator, next))
      .yields(having(taken, { personId: successorId, until }));
  });

  it('once, even when it is told again after the person left', () => {
    over.when(takePost(take, operator, person)).changesNothing();
    over.when(takePost({ ...take, until: day2 }, operator, person)).changesNothing();
    held.when(takePost({ ...take, until: day2 }, operator, person)).yields(left);
  });

  it.each([
    ['may-not-change-the-organisation', vacant, take, head, person],
    ['no-such-post', given(), take, operator, person],
    ['no-such-person', vacant, take, operator, people.initial],
    ['ends-before-it-begins', vacant, { ...take, from: day2, until: day1 }, operator, person],
    ['before-the-post', vacant, { ...take, from: dayBefore(day1) }, operator, person],
    ['already-held-then', held, { ...successor, from: today }, operator, next],
    ['already-held-then', held, { ...take, from: day2 }, operator, person],
    ['already-held-then', over, { ...successor, from: day2 }, operator, next],
    [
      'already-held-then',
      given(postEstablished, having(taken, { from: day2 })),
      { ...successor, until: day2 },
      operator,
      next,
    ],
    ['holding-ended-otherwise', over, { ...take, until: day3 }, operator, person],
  ] as const)('but not when %s', (reason, given, command, actor, taker) => {
    given.when(takePost(command, actor, taker)).isRejected(reason);
  });
});

describe('a person leaves a post', () => {
  it('and that day is the last', () => {
    held.when(leavePost(leave, officer, personId)).yields(left);
  });

  it('which ends the latest holding, when there were several', () => {
    const again = having(taken, { from: day3 });
    const until = today;
    given(postEstablished, again, having(taken, { until: day2 }))
      .when(leavePost({ ...leave, until }, operator, personId))
      .yields({ type: 'PostLeft', data: { ...left.data, personId, from: day3, until } });
  });

  it.each([
    ['may-not-change-the-organisation', held, leave, head, personId],
    ['no-such-post', given(), leave, operator, personId],
    ['does-not-hold-it', vacant, leave, operator, personId],
    ['does-not-hold-it', held, leave, operator, successorId],
    ['does-not-hold-it', held, leave, operator, undefined],
    ['does-not-hold-it', held, { ...leave, until: dayBefore(day1) }, operator, personId],
    ['holding-ended-otherwise', over, { ...leave, until: today }, operator, personId],
  ] as const)('but not when %s', (reason, given, command, actor, who) => {
    given.when(leavePost(command, actor, who)).isRejected(reason);
  });
});
