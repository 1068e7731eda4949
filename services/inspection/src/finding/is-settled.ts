import type { FindingRejection, FindingStatus } from '@redress/contracts/inspection/finding-words';

/** Why a finding cannot be changed any more, by how it stands. */
export const IS_SETTLED: Readonly<Partial<Record<FindingStatus, FindingRejection>>> = {
  joined: 'finding-is-joined',
  issued: 'already-issued',
  'in-hand': 'already-issued',
  closed: 'already-issued',
  withdrawn: 'finding-is-withdrawn',
};
