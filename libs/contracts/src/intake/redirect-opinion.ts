import { IsId, IsReason } from '../fields.js';
import type { PostId } from '../values.js';
import { TRIAGE_REJECTIONS } from './opinion.rejections.js';
import { OpinionRef } from './refs.js';

export const REDIRECTION_REJECTIONS = [...TRIAGE_REJECTIONS, 'not-the-office'] as const;
export type RedirectionRejection = (typeof REDIRECTION_REJECTIONS)[number];

/** The office passes it to another role inbox, before it is triaged. */
export class RedirectOpinion extends OpinionRef {
  static readonly subject = 'intake.redirect-opinion';
  static readonly rejections = REDIRECTION_REJECTIONS;
  @IsId() readonly addressedTo!: PostId;
  @IsReason() readonly reason!: string;
}
