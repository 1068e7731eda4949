import type { Actor } from '@redress/contracts/envelope';
import type {
  AskSubmitter,
  QuestionRejection,
  SubmitterWrites,
  WritingRejection,
} from '@redress/contracts/intake/converse';
import { NOT_TO_BE_TRIAGED } from '@redress/contracts/intake/opinion-rejections';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';
import { notToBeTriaged } from '../opinion/triage.js';
import { handles } from '../opinion/who-handles.js';

/** Whoever handles it asks the submitter, while it is triaged or an issue is made of it. */
export const askSubmitter =
  ({ opinionId, entryId, question }: AskSubmitter, actor: Actor) =>
  (opinion: Opinion): Decision<OpinionEvent, QuestionRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-opinion');
    if (!handles(actor, opinion)) return reject('not-addressed-to-you');
    const taken = opinion.entries.find(({ id }) => id === entryId);
    if (taken) return taken.text === question ? [] : reject('entry-id-is-taken');
    if (opinion.status !== 'acknowledged' && opinion.status !== 'listed') return notToBeTriaged(opinion);

    return [{ type: 'SubmitterAsked', data: { opinionId, entryId, question } }];
  };

/** The submitter writes, until the end is told; after an answer, this asks back. */
export const submitterWrites =
  (opinionId: OpinionId, { entryId, text }: Pick<SubmitterWrites, 'entryId' | 'text'>) =>
  (opinion: Opinion): Decision<OpinionEvent, WritingRejection> => {
    if (opinion.status === 'unsent') return reject('no-such-receipt');
    const taken = opinion.entries.find(({ id }) => id === entryId);
    if (taken) return taken.text === text ? [] : reject('entry-id-is-taken');
    if (opinion.status === 'refused' || opinion.status === 'told' || opinion.status === 'taken-back')
      return reject(NOT_TO_BE_TRIAGED[opinion.status]);

    const asksBack = opinion.status === 'answered';
    return [{ type: 'SubmitterWrote', data: { opinionId, entryId, text, asksBack } }];
  };
