import type { AppraisalRejection, AppraiseOutcome } from '@redress/contracts/intake/appraise-outcome';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';

type Decide = (opinion: Opinion) => Decision<OpinionEvent, AppraisalRejection>;

/** The submitter judges what was told, once; when another outcome is told, once more. */
export const appraiseOutcome =
  (opinionId: OpinionId, { appraisal, comment }: Pick<AppraiseOutcome, 'appraisal' | 'comment'>): Decide =>
  (opinion) => {
    if (opinion.status === 'unsent') return reject('no-such-receipt');
    if (opinion.status !== 'told') return reject('not-told-yet');
    const { appraised } = opinion;
    if (appraised?.appraisal === appraisal && appraised.comment === comment) return [];
    if (appraised) return reject('already-appraised');

    const data = { opinionId, appraisal, ...(comment !== undefined && { comment }) };
    return [{ type: 'OutcomeAppraised', data }];
  };
