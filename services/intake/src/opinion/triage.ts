import type { Rejected } from '@redress/contracts/command';
import { NOT_TO_BE_TRIAGED, type TriageRejection } from '@redress/contracts/intake/opinion-rejections';
import { reject } from '@redress/eventsourcing/decision';
import type { Opinion } from './opinion.js';

/** Only what was acknowledged is triaged: anything else is rejected with what it is instead. */
export const notToBeTriaged = ({
  status,
}: Exclude<Opinion, { status: 'acknowledged' }>): Rejected<TriageRejection> =>
  reject(status === 'unsent' ? 'no-such-opinion' : NOT_TO_BE_TRIAGED[status]);
