import { expect, it } from '@jest/globals';
import {
  dissolved,
  established,
  head,
  left,
  moved,
  operator,
  postEstablished,
  successorId,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import { inThirtyDays, issued, now, revoked } from '@redress/contracts/directory/token.examples';
import { type Event, versioned } from '@redress/contracts/event';
import { type Aggregate, fold } from '@redress/eventsourcing/aggregate';
import { having } from '@redress/eventsourcing/spec';
import { posts } from '../post/post.js';
import { tokens } from '../token/token.js';
import { units } from '../unit/unit.js';
import { whoActs } from './who-acts.js';

const after = <State, E extends Event>(aggregate: Aggregate<State, E>, ...events: readonly E[]): State =>
  fold(
    aggregate,
    events.map((event) => versioned(aggregate, event)),
  );
const token = after(tokens, issued);
const post = after(posts, postEstablished, taken);
const unit = after(units, established, moved);

it('is who holds the post, in its role and for its unit', () => {
  expect(whoActs(token, post, unit, now, today)).toEqual(head);
});

it('is confined to what the token is', () => {
  const confined = after(tokens, having(issued, { acts: { ...head, scopes: ['read'] } }));
  expect(whoActs(confined, post, unit, now, today)).toEqual({ ...head, scopes: ['read'] });
});

it('is an operator without a post', () => {
  const bootstrap = after(tokens, having(issued, { acts: operator }));
  expect(whoActs(bootstrap, posts.initial, units.initial, now, today)).toEqual(operator);
});

it.each([
  ['unknown', tokens.initial, post, unit, now],
  ['revoked', after(tokens, issued, revoked), post, unit, now],
  ['expired', token, post, unit, inThirtyDays],
  ['of a post that there is not', token, posts.initial, unit, now],
  ['of a post that its person left', token, after(posts, postEstablished, taken, left), unit, now],
  [
    'of a post that another holds',
    token,
    after(posts, postEstablished, having(taken, { personId: successorId })),
    unit,
    now,
  ],
  ['of a unit that is dissolved', token, post, after(units, established, dissolved), now],
])('is nobody when the token is %s', (_, ofToken, ofPost, ofUnit, at) => {
  expect(whoActs(ofToken, ofPost, ofUnit, at, today)).toBeUndefined();
});
