import { describe, it } from '@jest/globals';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import {
  head,
  left,
  officer,
  operator,
  postEstablished,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import {
  in366Days,
  inOneDay,
  inThirtyDays,
  issued,
  now,
  replaced,
  revoked,
  sha256,
  tokenId,
} from '@redress/contracts/directory/token.examples';
import type { Actor } from '@redress/contracts/envelope';
import { versioned } from '@redress/contracts/event';
import type { Instant, TokenId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { posts } from '../post/post.js';
import { sha256Of, type Token, tokenIdOf, tokens } from '../token/token.js';
import { rotateOwnToken, rotateToken, succeed } from './rotate-token.js';

const { given } = specFor(tokens);
const after = (...events: readonly PostEvent[]) =>
  fold(
    posts,
    events.map((event) => versioned(posts, event)),
  );
const held = after(postEstablished, taken);
const next = sha256Of('the next token');
const by = tokenIdOf(next);
const rotate = { tokenId };
const handedOn = having(replaced, { by });
const decided = (
  command: Parameters<typeof rotateToken>[0],
  actor: Actor = operator,
  post = held,
  at = now,
) => rotateToken(command, actor, { now: at, today, post, sha256: next });

describe('the operator gives a token a successor', () => {
  it('and both are good for a day, or for as long as is said', () => {
    given(issued).when(decided(rotate)).yields(handedOn);
    given(issued)
      .when(decided({ ...rotate, overlapHours: 0 }))
      .yields(having(handedOn, { expiresAt: now }));
  });

  it('but it never ends later than it would have', () => {
    given(having(issued, { expiresAt: '2026-03-20T09:00:00.000Z' as Instant }))
      .when(decided(rotate))
      .yields(having(handedOn, { expiresAt: '2026-03-20T09:00:00.000Z' as Instant }));
  });

  it('once', () => {
    given(issued, handedOn).when(decided(rotate)).changesNothing();
    const another = having(replaced, { by: sha256.slice(0, 36) as TokenId });
    given(issued, another).when(decided(rotate)).isRejected('token-is-replaced');
  });

  it.each([
    ['not-the-operator', given(issued), rotate, officer, held, now],
    ['no-such-token', given(), rotate, operator, held, now],
    ['token-is-revoked', given(issued, revoked), rotate, operator, held, now],
    ['token-has-expired', given(issued), rotate, operator, held, inThirtyDays],
    ['no-such-post', given(having(issued, { acts: operator })), rotate, operator, after(), now],
    ['does-not-hold-it', given(issued), rotate, operator, after(postEstablished, taken, left), now],
    ['expires-in-the-past', given(issued), { ...rotate, expiresAt: now }, operator, held, now],
    [
      'expires-too-late',
      given(issued),
      { ...rotate, expiresAt: '2027-03-21T08:00:00.001Z' as Instant },
      operator,
      held,
      now,
    ],
  ] as const)('or is told %s', (reason, token, command, actor, post, at) => {
    token.when(decided(command, actor, post, at)).isRejected(reason);
  });
});

describe('whoever acts with a token gives it a successor', () => {
  const rotation = { now, today, post: held, sha256: next };
  const own = (actor: Actor, more: object = {}) => rotateOwnToken({ ...rotate, ...more }, actor, rotation);
  const confined = { ...head, scopes: ['read', 'rotation'] as const };
  const ofConfined = having(issued, { acts: confined });
  const tooLate = '2026-04-19T08:00:00.001Z' as Instant;

  it('which is good for as long as is usual, or shorter', () => {
    given(issued).when(own(issued.data.acts)).yields(handedOn);
    given(ofConfined).when(own(confined)).yields(handedOn);
    given(issued)
      .when(own(issued.data.acts, { expiresAt: inThirtyDays }))
      .yields(handedOn);
  });

  it.each([
    ['no-such-token', given(), head, {}],
    ['no-such-token', given(issued), officer, {}],
    ['no-such-token', given(issued), operator, {}],
    ['no-such-token', given(ofConfined), head, {}],
    ['no-such-token', given(issued), confined, {}],
    ['expires-too-late', given(issued), issued.data.acts, { expiresAt: tooLate }],
    ['token-is-revoked', given(issued, revoked), issued.data.acts, {}],
  ] as const)('or is told %s', (reason, token, actor, more) => {
    token.when(own(actor, more)).isRejected(reason);
  });
});

describe('the successor', () => {
  const acts = { ...head, scopes: ['read'] as const };
  const data = { ...issued.data, acts, recordsPast: true, purpose: 'nightly export' };
  const old: Exclude<Token, { status: 'unknown' }> = { status: 'issued', ...data };
  const succeeded = having(issued, { ...data, tokenId: by, sha256: next, replaces: tokenId });

  it('does the same, for thirty days or as long as is asked', () => {
    given()
      .when(succeed(rotate, old, now, next))
      .yields(succeeded);
    given()
      .when(succeed({ ...rotate, expiresAt: in366Days }, old, now, next))
      .yields(having(succeeded, { expiresAt: in366Days }));
  });

  it('is not issued twice', () => {
    given(succeeded)
      .when(succeed(rotate, old, now, next))
      .changesNothing();
  });

  it('of one without a purpose has none', () => {
    const plain: Exclude<Token, { status: 'unknown' }> = { status: 'issued', ...issued.data };
    given()
      .when(succeed(rotate, plain, now, next))
      .yields(having(issued, { tokenId: by, sha256: next, replaces: tokenId }));
  });
});

it('ends at the moment that the rotation says', () => {
  given(issued, having(handedOn, { expiresAt: inOneDay }))
    .when(decided(rotate, operator, held, inOneDay))
    .changesNothing();
});
