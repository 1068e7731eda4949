import { postIdOf } from '@redress/contracts/directory/ids';
import { type Scope, SCOPES } from '@redress/contracts/directory/scopes';
import type { TokenEvent } from '@redress/contracts/directory/token.events';
import type { IssueToken, RevokeToken, TokenRejection } from '@redress/contracts/directory/tokens';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, Instant, PersonId, Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { holderOn, type Post } from '../post/post.js';
import { type Token, tokenIdOf } from '../token/token.js';

type Decide = (token: Token) => Decision<TokenEvent, TokenRejection>;

const USUAL_DAYS = 30;
export const MOST_DAYS = 366;

export const after = (now: Instant, days: number): Instant =>
  new Date(Date.parse(now) + days * 86_400_000).toISOString() as Instant;

export const usualEnd = (now: Instant): Instant => after(now, USUAL_DAYS);

/** The operator lets whoever holds a post today act with a token. */
export const issueToken =
  (
    command: IssueToken,
    actor: Actor,
    now: Instant,
    today: Day,
    post: Post,
    sha256: Sha256,
    person: PersonId | undefined,
  ): Decide =>
  (token) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (token.status !== 'unknown')
      return isFor(token, command, person) ? [] : reject('key-used-for-another');
    if (post.status === 'unknown') return reject('no-such-post');
    if (person === undefined || holderOn(post, today) !== person) return reject('does-not-hold-it');
    const expiresAt = command.expiresAt ?? usualEnd(now);
    if (expiresAt <= now) return reject('expires-in-the-past');
    if (expiresAt > after(now, MOST_DAYS)) return reject('expires-too-late');

    const { scopes } = command;
    const holder = { role: post.role, person, post: postIdOf(command.post), unit: post.unit };
    const acts = { ...holder, ...(scopes && { scopes: inOrder(scopes) }) };
    const { purpose, recordsPast = false } = command;
    const data = { tokenId: tokenIdOf(sha256), sha256, acts, expiresAt, recordsPast };
    return [{ type: 'TokenIssued', data: { ...data, ...(purpose !== undefined && { purpose }) } }];
  };

/** In whatever order they are asked for, they are the same. */
const inOrder = (scopes: readonly Scope[]): readonly Scope[] => SCOPES.filter((one) => scopes.includes(one));

/** Whether a token that is there is the one that is asked for. */
const isFor = (
  { acts, expiresAt, recordsPast, purpose }: Exclude<Token, { status: 'unknown' }>,
  asked: IssueToken,
  person: PersonId | undefined,
): boolean =>
  acts.post === postIdOf(asked.post) &&
  acts.person === person &&
  recordsPast === (asked.recordsPast ?? false) &&
  purpose === asked.purpose &&
  acts.scopes?.join() === (asked.scopes && inOrder(asked.scopes).join()) &&
  (asked.expiresAt === undefined || asked.expiresAt === expiresAt);

/** The operator takes a token out of use. */
export const revokeToken =
  ({ tokenId, reason }: RevokeToken, actor: Actor): Decide =>
  (token) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (token.status === 'unknown') return reject('no-such-token');
    if (token.status === 'revoked') return [];
    return [{ type: 'TokenRevoked', data: { tokenId, reason } }];
  };
