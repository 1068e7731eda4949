import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId, PostId } from '@redress/contracts/values';
import { holderOn, type Post, principalOn } from '../post/post.js';
import { type Unit, unitOn } from '../unit/unit.js';

/**
 * As whom a person acts in a post on a day; for another as a deputy; undefined when it is neither theirs then, or its unit is
 * dissolved.
 */
export const standingOf = (
  person: PersonId,
  id: PostId,
  post: Post,
  unit: Unit,
  day: Day,
): Actor | undefined => {
  if (post.status === 'unknown' || !unitOn(unit, day)) return undefined;
  const acts = { role: post.role, person, post: id, unit: post.unit };
  if (holderOn(post, day) === person) return acts;
  const onBehalfOf = principalOn(post, person, day);
  return onBehalfOf && { ...acts, onBehalfOf };
};
