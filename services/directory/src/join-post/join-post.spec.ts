import { describe, expect, it } from '@jest/globals';
import {
  day1,
  day2,
  head,
  left,
  officer,
  operator,
  personId,
  postEstablished,
  registered,
  successorId,
  taken,
  today,
  vacated,
} from '@redress/contracts/directory/organisation.examples';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import { versioned } from '@redress/contracts/event';
import type { Day } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { people } from '../person/person.js';
import { heldBy, holdingsOn, postList } from '../post-list/post-list.js';
import { dayAfter, dayBefore, holderOn, posts } from '../post/post.js';
import { joinPost, vacatePost } from './join-post.js';

const { given } = specFor(posts);
const code = 'P-07-1';
const join = { code, rosterNumber: 'R1007' };
const ann = fold(people, [versioned(people, registered)]);
const bob = { ...ann, id: successorId };
const gone = { ...ann, hasLeft: true };
const vacant = given(postEstablished);
const held = given(postEstablished, taken);
const joined = having(taken, { from: today });
const later = '2026-06-01' as Day;
const after = (...events: readonly PostEvent[]) =>
  fold(
    posts,
    events.map((event) => versioned(posts, event)),
  );

describe('somebody joins a post', () => {
  it('from today on, or from when it is there', () => {
    vacant.when(joinPost(join, operator, today, ann)).yields(joined);
    vacant.when(joinPost(join, officer, dayBefore(day1), ann)).yields(taken);
  });

  it('once: who holds it without end goes on', () => {
    held.when(joinPost(join, operator, today, ann)).changesNothing();
  });

  it('past the day on which it was to end, or until the day on which they hold it anyway', () => {
    given(postEstablished, having(taken, { until: later }))
      .when(joinPost(join, operator, today, ann))
      .yields(having(taken, { from: dayAfter(later) }));
    given(postEstablished, having(taken, { from: later }))
      .when(joinPost(join, operator, today, ann))
      .yields(having(taken, { from: today, until: dayBefore(later) }));
    given(postEstablished, having(taken, { until: dayBefore(later) }), having(taken, { from: later }))
      .when(joinPost(join, operator, today, ann))
      .changesNothing();
  });

  it('on the day on which it was vacated, also by themselves', () => {
    given(postEstablished, taken, vacated)
      .when(joinPost(join, operator, today, ann))
      .yields(joined);
    given(postEstablished, taken, vacated)
      .when(joinPost(join, operator, today, bob))
      .yields(having(joined, { personId: successorId }));
    const onceToday = having(vacated, { from: today });
    given(postEstablished, joined, onceToday)
      .when(joinPost(join, operator, today, ann))
      .yields(joined);
  });

  it.each([
    ['may-not-change-the-organisation', vacant, head, ann],
    ['no-such-post', given(), operator, ann],
    ['no-such-person', vacant, operator, people.initial],
    ['person-has-left', vacant, operator, gone],
    ['already-held-then', held, operator, bob],
    ['already-held-then', given(postEstablished, having(taken, { from: later })), operator, bob],
  ] as const)('but not when %s', (reason, post, actor, person) => {
    post.when(joinPost(join, actor, today, person)).isRejected(reason);
  });
});

describe('somebody acts in a post no more', () => {
  it('from that moment on, nor on a day to come', () => {
    held.when(vacatePost(join, operator, today, personId)).yields(vacated);
    const planned = having(taken, { from: later });
    given(postEstablished, having(taken, { until: today }), planned)
      .when(vacatePost(join, officer, today, personId))
      .yields(vacated, having(vacated, { from: later }));
  });

  it('once, and who does not hold it is left alone', () => {
    given(postEstablished, taken, vacated)
      .when(vacatePost(join, operator, today, personId))
      .changesNothing();
    given(postEstablished, taken, left)
      .when(vacatePost(join, operator, today, personId))
      .changesNothing();
    held.when(vacatePost(join, operator, today, successorId)).changesNothing();
  });

  it.each([
    ['may-not-change-the-organisation', held, head, personId],
    ['no-such-post', given(), operator, personId],
    ['no-such-person', held, operator, undefined],
  ] as const)('but not when %s', (reason, post, actor, person) => {
    post.when(vacatePost(join, actor, today, person)).isRejected(reason);
  });

  it('and acted in it until that day, which counts for what they belonged to', () => {
    const post = after(postEstablished, taken, vacated);
    expect([holderOn(post, dayBefore(today)), holderOn(post, today)]).toEqual([personId, undefined]);
    const [row] = rowsAfter(postList, postEstablished, taken, vacated);
    if (!row) throw new Error('there must be a row');
    expect(holdingsOn(row, today)).toEqual([]);
    expect(holdingsOn(row, day2)).toEqual([{ person: personId, from: day1, until: today }]);
    expect(heldBy(personId, row)).toEqual([{ person: personId, from: day1, until: today }]);
  });

  it('and never did when they were only to begin', () => {
    const [row] = rowsAfter(
      postList,
      postEstablished,
      having(taken, { from: later }),
      having(vacated, { from: later }),
    );
    if (!row) throw new Error('there must be a row');
    expect([heldBy(personId, row), holdingsOn(row, later)]).toEqual([[], []]);
  });

  it('until they take it again on the same day', () => {
    const events = [postEstablished, joined, having(vacated, { from: today }), joined] as const;
    expect(holderOn(after(...events), today)).toBe(personId);
    const [row] = rowsAfter(postList, ...events);
    expect(row && holdingsOn(row, later)).toEqual([{ person: personId, from: today }]);
  });
});
