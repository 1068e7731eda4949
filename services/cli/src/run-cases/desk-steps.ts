import type { ListOpinion } from '@redress/contracts/intake/list-opinion';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import type { Case } from './case-row.js';
import { type Body, idIn, type People, type Step } from './step.js';

export const issueOf = (opinionId: OpinionId): IssueId => idIn(opinionId, 'issue') as IssueId;

/** What the office does with an opinion before there is a task. */
export const deskSteps = ({ content }: Case, opinionId: OpinionId, { office }: People): readonly Step[] => [
  { by: office, path: `/opinions/${opinionId}/acknowledgement`, body: {}, yields: 'OpinionAcknowledged' },
  {
    by: office,
    path: `/opinions/${opinionId}/listing`,
    body: {
      issueId: issueOf(opinionId),
      title: content.title,
      problem: content.text,
      topic: 'unsorted',
      severity: 'ordinary',
    } satisfies Body<ListOpinion>,
    yields: 'OpinionListed',
  },
];
