import type { TokenEvent } from '@redress/contracts/directory/token.events';
import {
  type RotateOwnToken,
  type RotateToken,
  type TokenRejection,
  USUAL_OVERLAP_HOURS,
} from '@redress/contracts/directory/tokens';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, Instant, Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { after, MOST_DAYS, usualEnd } from '../issue-token/issue-token.js';
import { holderOn, type Post } from '../post/post.js';
import { type Token, tokenIdOf } from '../token/token.js';

type Decide = (token: Token) => Decision<TokenEvent, TokenRejection>;

/** Until when, and on what day of which post, a token is given the successor with this hash. */
type Rotation = {
  readonly now: Instant;
  readonly today: Day;
  readonly post: Post;
  readonly sha256: Sha256;
};

/** The operator gives a token a successor. */
export const rotateToken =
  (command: RotateToken, { role }: Actor, rotation: Rotation): Decide =>
  (token) =>
    role === 'operator' ? replaced(command, rotation)(token) : reject('not-the-operator');

/** Whoever acts with a token gives it a successor, which is good for as long as is usual, or shorter. */
export const rotateOwnToken =
  (command: RotateOwnToken, actor: Actor, rotation: Rotation): Decide =>
  (token) => {
    if (token.status === 'unknown' || !isTheirs(token.acts, actor)) return reject('no-such-token');
    const { expiresAt } = command;
    if (expiresAt !== undefined && expiresAt > usualEnd(rotation.now)) return reject('expires-too-late');
    return replaced(command, rotation)(token);
  };

const isTheirs = (acts: Actor, { person, post, scopes }: Actor): boolean =>
  acts.person === person && acts.post === post && acts.scopes?.join() === scopes?.join();

/** The old one ends when the two have overlapped; never later than it would have. */
const replaced =
  (
    { tokenId, expiresAt, overlapHours = USUAL_OVERLAP_HOURS }: RotateToken,
    { now, today, post, sha256 }: Rotation,
  ): Decide =>
  (token) => {
    if (token.status === 'unknown') return reject('no-such-token');
    if (token.status === 'revoked') return reject('token-is-revoked');
    const by = tokenIdOf(sha256);
    if (token.replacedBy !== undefined) return token.replacedBy === by ? [] : reject('token-is-replaced');
    if (token.expiresAt <= now) return reject('token-has-expired');
    // That of the operator without a post is renewed where its file is.
    if (post.status === 'unknown') return reject('no-such-post');
    if (holderOn(post, today) !== token.acts.person) return reject('does-not-hold-it');
    if (expiresAt !== undefined && expiresAt <= now) return reject('expires-in-the-past');
    if (expiresAt !== undefined && expiresAt > after(now, MOST_DAYS)) return reject('expires-too-late');

    const overlapped = after(now, overlapHours / 24);
    const end = overlapped < token.expiresAt ? overlapped : token.expiresAt;
    return [{ type: 'TokenReplaced', data: { tokenId, by, expiresAt: end } }];
  };

/** What takes the place of a token does the same. */
export const succeed =
  (
    { expiresAt }: RotateToken,
    old: Exclude<Token, { status: 'unknown' }>,
    now: Instant,
    sha256: Sha256,
  ): Decide =>
  (token) => {
    if (token.status !== 'unknown') return [];
    const { acts, recordsPast, purpose, tokenId: replaces } = old;
    const data = { tokenId: tokenIdOf(sha256), sha256, acts, recordsPast, replaces };
    return [
      {
        type: 'TokenIssued',
        data: { ...data, expiresAt: expiresAt ?? usualEnd(now), ...(purpose !== undefined && { purpose }) },
      },
    ];
  };
