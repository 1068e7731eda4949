import { IsId, IsReason } from '../fields.js';
import type { PostId } from '../values.js';
import { OFFICE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';

/** The office passes it to another role inbox, before it is triaged. */
export class RedirectOpinion extends OpinionRef {
  static readonly subject = 'intake.redirect-opinion';
  static readonly rejections = OFFICE_REJECTIONS;
  @IsId() readonly addressedTo!: PostId;
  @IsReason() readonly reason!: string;
}
