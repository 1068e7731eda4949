import type { Actor } from '@redress/contracts/envelope';
import type { Day, Instant } from '@redress/contracts/values';
import { holderOn, type Post } from '../post/post.js';
import type { Token } from '../token/token.js';
import { type Unit, unitOn } from '../unit/unit.js';

/**
 * As whom a token acts at a moment; undefined when it is good for nothing: unknown, revoked, expired, its post no
 * longer held by its person, or the unit of the post dissolved.
 */
export const whoActs = (
  token: Token,
  post: Post,
  unit: Unit,
  now: Instant,
  today: Day,
): Actor | undefined => {
  if (token.status !== 'issued' || token.expiresAt <= now) return undefined;
  const { acts } = token;
  if (acts.post === undefined) return acts;
  if (post.status === 'unknown' || holderOn(post, today) !== acts.person) return undefined;
  return unitOn(unit, today) && { ...acts, role: post.role, unit: post.unit };
};
