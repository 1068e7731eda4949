import { describe, it } from '@jest/globals';
import {
  day1,
  head,
  left,
  officer,
  operator,
  personId,
  postEstablished,
  successorId,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import {
  in366Days,
  inThirtyDays,
  issue,
  issued,
  now,
  revoke,
  revoked,
  sha256,
} from '@redress/contracts/directory/token.examples';
import { versioned } from '@redress/contracts/event';
import type { Day, Instant } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { posts } from '../post/post.js';
import { tokens } from '../token/token.js';
import { issueToken, revokeToken } from './issue-token.js';

const { given } = specFor(tokens);
const after = (...events: readonly PostEvent[]) =>
  fold(
    posts,
    events.map((event) => versioned(posts, event)),
  );
const held = after(postEstablished, taken);
const vacated = after(postEstablished, taken, left);
const tooLate = '2027-03-21T08:00:00.001Z' as Instant;

describe('the operator issues a token', () => {
  it('to who holds the post, for thirty days', () => {
    given()
      .when(issueToken(issue, operator, now, today, held, sha256, personId))
      .yields(issued);
  });

  it('for as long as is asked, within 366 days, and for the past if it is asked', () => {
    const asked = { ...issue, expiresAt: in366Days, recordsPast: true };
    given()
      .when(issueToken(asked, operator, now, today, held, sha256, personId))
      .yields(having(issued, { expiresAt: in366Days, recordsPast: true }));
  });

  it('confined to what is asked for, in whatever order', () => {
    const confined = having(issued, { acts: { ...head, scopes: ['read', 'evidence'] } });
    for (const scopes of [['read', 'evidence'] as const, ['evidence', 'read'] as const]) {
      const decide = issueToken({ ...issue, scopes }, operator, now, today, held, sha256, personId);
      given().when(decide).yields(confined);
      given(confined).when(decide).changesNothing();
    }
  });

  it('and is told the same again, whatever became of the post', () => {
    const again = { ...issue, expiresAt: inThirtyDays, recordsPast: false };
    given(issued)
      .when(issueToken(issue, operator, now, today, vacated, sha256, personId))
      .changesNothing();
    given(issued)
      .when(issueToken(again, operator, now, today, vacated, sha256, personId))
      .changesNothing();
    given(issued, revoked)
      .when(issueToken(issue, operator, now, today, held, sha256, personId))
      .changesNothing();
  });

  it.each([
    ['not-the-operator', given(), issue, officer, held, personId],
    ['not-the-operator', given(issued), issue, head, held, personId],
    ['no-such-post', given(), issue, operator, after(), personId],
    ['does-not-hold-it', given(), issue, operator, after(postEstablished), personId],
    ['does-not-hold-it', given(), issue, operator, vacated, personId],
    [
      'does-not-hold-it',
      given(),
      issue,
      operator,
      after(postEstablished, having(taken, { from: '2026-03-21' as Day })),
      personId,
    ],
    ['does-not-hold-it', given(), issue, operator, held, successorId],
    ['does-not-hold-it', given(), issue, operator, after(postEstablished), undefined],
    ['expires-in-the-past', given(), { ...issue, expiresAt: now }, operator, held, personId],
    ['expires-too-late', given(), { ...issue, expiresAt: tooLate }, operator, held, personId],
    ['key-used-for-another', given(issued), issue, operator, held, successorId],
    ['key-used-for-another', given(issued), { ...issue, post: 'P-07-2' }, operator, held, personId],
    ['key-used-for-another', given(issued), { ...issue, recordsPast: true }, operator, held, personId],
    ['key-used-for-another', given(issued), { ...issue, expiresAt: in366Days }, operator, held, personId],
    ['key-used-for-another', given(issued), { ...issue, scopes: ['read'] }, operator, held, personId],
    [
      'key-used-for-another',
      given(having(issued, { acts: { ...head, scopes: ['read'] } })),
      issue,
      operator,
      held,
      personId,
    ],
  ] as const)('but is told %s', (reason, token, command, actor, post, who) => {
    token.when(issueToken(command, actor, now, today, post, sha256, who)).isRejected(reason);
  });

  it('on the last day of who leaves, and not on the next', () => {
    const lastDay = left.data.until;
    const { from } = having(taken, { from: day1 }).data;
    given()
      .when(issueToken(issue, operator, now, lastDay, vacated, sha256, personId))
      .yields(issued);
    given()
      .when(issueToken(issue, operator, now, from, vacated, sha256, personId))
      .yields(issued);
  });
});

describe('the operator revokes a token', () => {
  it('once', () => {
    given(issued).when(revokeToken(revoke, operator)).yields(revoked);
  });

  it('but is told when there is none, and nobody else may', () => {
    given().when(revokeToken(revoke, operator)).isRejected('no-such-token');
    given(issued).when(revokeToken(revoke, officer)).isRejected('not-the-operator');
  });
});
