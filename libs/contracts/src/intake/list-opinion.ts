import { IsCode, IsId, IsText } from '../fields.js';
import type { IssueId } from '../values.js';
import { OFFICE_REJECTIONS } from './opinion-rejections.js';
import { OpinionRef } from './refs.js';
import type { Severity } from './words.js';

export const LISTING_REJECTIONS = [...OFFICE_REJECTIONS, 'no-such-severity'] as const;
export type ListingRejection = (typeof LISTING_REJECTIONS)[number];

/** 立项. The office puts it on the books: as an issue of its own, or, with the id of one that is there, as part of that. */
export class ListOpinion extends OpinionRef {
  static readonly subject = 'intake.list-opinion';
  static readonly rejections = LISTING_REJECTIONS;
  @IsId() readonly issueId!: IssueId;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly problem!: string;
  @IsText(200) readonly topic!: string;
  @IsCode() readonly severity!: Severity;
}
