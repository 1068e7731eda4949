import type { Sha256 } from '@redress/contracts/values';
import type { CloseOut } from './close-outs.js';
import type { AssignedTask } from './task.js';

/** What was attached so far, each hash once, in the order in which it came. */
export const evidenceOf = ({ entries }: AssignedTask): readonly Sha256[] => [
  ...new Set(entries.flatMap(({ type, data }) => (type === 'EvidenceAttached' ? [data.sha256] : []))),
];

/** Whether the request names exactly what is attached now. */
export const namesAllEvidence = ({ evidence }: CloseOut, task: AssignedTask): boolean =>
  evidenceOf(task).every((sha256) => evidence.includes(sha256));
