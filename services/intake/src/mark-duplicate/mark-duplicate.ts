import type { Actor } from '@redress/contracts/envelope';
import type {
  DuplicateRejection,
  LiftDuplicateMark,
  LiftRejection,
  MarkDuplicate,
} from '@redress/contracts/intake/mark-duplicate';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Opinion, originalOf, partsOf } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';

/** What the rule must know beyond the opinion itself; it may be some milliseconds old. */
export type Around = { readonly original: Opinion; readonly hasDuplicates: boolean };

/**
 * The office says that it speaks of the same matter as another, which is an original and exists. A part is a duplicate
 * of a part, not of a whole: two wholes could wait for each other.
 */
export const markDuplicate =
  ({ opinionId, of }: MarkDuplicate, actor: Actor, { original, hasDuplicates }: Around) =>
  (opinion: Opinion): Decision<OpinionEvent, DuplicateRejection> => {
    if (actor.role !== 'office') return reject('not-the-office');
    if (originalOf(opinion) === of) return [];
    if (opinion.status !== 'acknowledged') return notToBeTriaged(opinion);
    if (of === opinionId) return reject('duplicate-of-itself');
    if (original.status === 'unsent') return reject('no-such-original');
    if (originalOf(original) !== undefined) return reject('original-is-a-duplicate');
    if (opinion.whole !== undefined && partsOf(original).length > 0) return reject('original-is-split');
    if (hasDuplicates) return reject('has-duplicates-itself');

    return [{ type: 'OpinionMarkedDuplicate', data: { opinionId, of } }];
  };

/** The office, or the service when two marks met, takes the mark back; the opinion is to be triaged again. */
export const liftDuplicateMark =
  ({ opinionId, reason }: LiftDuplicateMark, actor: Actor) =>
  (opinion: Opinion): Decision<OpinionEvent, LiftRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (actor.role !== 'office' && actor.role !== 'system') return reject('not-the-office');
    if (opinion.status === 'acknowledged' && opinion.undone === 'mark') return [];
    const of = originalOf(opinion);
    if (of === undefined) return reject('not-a-duplicate');

    return [{ type: 'DuplicateMarkLifted', data: { opinionId, of, reason } }];
  };
