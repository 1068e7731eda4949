import { expect, it } from '@jest/globals';
import {
  dissolved,
  established,
  head,
  left,
  moved,
  personId,
  postEstablished,
  postId,
  successorId,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import { type Event, versioned } from '@redress/contracts/event';
import { type Aggregate, fold } from '@redress/eventsourcing/aggregate';
import { posts } from '../post/post.js';
import { units } from '../unit/unit.js';
import { standingOf } from './standing.js';

const after = <State, E extends Event>(aggregate: Aggregate<State, E>, ...events: readonly E[]): State =>
  fold(
    aggregate,
    events.map((event) => versioned(aggregate, event)),
  );
const post = after(posts, postEstablished, taken);
const unit = after(units, established, moved);

it('is that of who holds the post, in its role and for its unit', () => {
  expect(standingOf(personId, postId, post, unit, today)).toEqual(head);
});

it.each([
  ['holds another post', successorId, post, unit],
  ['left the post', personId, after(posts, postEstablished, taken, left), unit],
  ['would hold a post that there is not', personId, posts.initial, unit],
  ['holds a post of a unit that is dissolved', personId, post, after(units, established, dissolved)],
])('is nobody when somebody %s', (_, person, ofPost, ofUnit) => {
  expect(standingOf(person, postId, ofPost, ofUnit, today)).toBeUndefined();
});
