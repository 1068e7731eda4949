import type { Actor } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { SubmissionRejection, SubmitOpinion } from '@redress/contracts/intake/submit-opinion';
import { OPEN_CHANNELS } from '@redress/contracts/intake/words';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isDeepStrictEqual } from 'node:util';
import type { Opinion } from '../opinion/opinion.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, SubmissionRejection>;

/** Anyone speaks through an open channel; what came another way is entered by the office or a unit. */
export const submitOpinion =
  (
    opinionId: OpinionId,
    { channel, title, text, topic, place, addressedTo, signed = false, hidden = false }: SubmitOpinion,
    { role, person }: Actor,
    /** What the log holds of the receipt. */
    receipt?: string,
  ): Decide =>
  (opinion) => {
    if (!OPEN_CHANNELS.includes(channel) && role !== 'office' && role !== 'unit')
      return reject('channel-is-not-open');
    if (signed && person === undefined) return reject('nobody-to-sign');

    const sent = {
      opinionId,
      channel,
      title,
      text,
      ...(topic !== undefined && { topic }),
      ...(place !== undefined && { place }),
      ...(addressedTo !== undefined && { addressedTo }),
      ...(signed && person !== undefined && { submitter: person, ...(hidden && { hidden: true as const }) }),
    };
    if (opinion.status === 'unsent')
      return [{ type: 'OpinionSubmitted', data: { ...sent, ...(receipt !== undefined && { receipt }) } }];
    return isDeepStrictEqual(opinion.sent, sent) ? [] : reject('key-used-for-another');
  };

/** Who stands in the log as having sent it: through an open channel nobody, or with a signature, the person alone. */
export const senderOf = ({ channel, signed = false }: SubmitOpinion, actor: Actor): Actor => {
  if (!OPEN_CHANNELS.includes(channel)) return actor;
  const { person } = actor;
  return signed && person !== undefined ? { role: 'submitter', person } : { role: 'submitter' };
};
