import { Listing, pageOf } from '../query.js';
import { OpinionRow } from './opinion-desk.js';

/** 自己的意见. What the asker signed, the latest first, and what became of it. */
export class FindMyOpinions extends Listing {
  static readonly subject = 'intake.find-my-opinions';
  static readonly reply = pageOf(OpinionRow);
}
