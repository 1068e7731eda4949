import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isUntouched, type Opinion, type Part } from '../opinion/opinion.js';

type Whole = Exclude<Opinion, { readonly status: 'unsent' }>;

/** A part begins, acknowledged like its whole, with what that said of where it is and for whom: never with who said it. */
export const beginPart =
  ({ opinionId, title, text }: Part, { sent, addressedTo }: Whole) =>
  (part: Opinion): Decision<OpinionEvent, 'opinion-id-is-taken'> => {
    const { opinionId: whole, channel, topic, place } = sent;
    if (part.status !== 'unsent') return part.whole === whole ? [] : reject('opinion-id-is-taken');

    const begun = {
      opinionId,
      whole,
      channel,
      title,
      text,
      ...(topic !== undefined && { topic }),
      ...(place !== undefined && { place }),
      ...(addressedTo !== undefined && { addressedTo }),
    };
    return [{ type: 'OpinionPartBegun', data: begun }];
  };

/** A part ends with the splitting that it came from. With one that was taken up at that very moment it goes on. */
export const takePartBack =
  (opinionId: OpinionId, whole: OpinionId, reason: string) =>
  (part: Opinion): readonly OpinionEvent[] =>
    part.status === 'unsent' || part.whole !== whole || !isUntouched(part)
      ? []
      : [{ type: 'PartTakenBack', data: { opinionId, whole, reason } }];
