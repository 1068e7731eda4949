import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId, PostId } from '@redress/contracts/values';
import { holderOn, type Post } from '../post/post.js';
import { type Unit, unitOn } from '../unit/unit.js';

/** As whom a person acts in a post on a day; undefined when it is not theirs then, or its unit is dissolved. */
export const standingOf = (
  person: PersonId,
  id: PostId,
  post: Post,
  unit: Unit,
  day: Day,
): Actor | undefined => {
  if (post.status === 'unknown' || holderOn(post, day) !== person) return undefined;
  return unitOn(unit, day) && { role: post.role, person, post: id, unit: post.unit };
};
