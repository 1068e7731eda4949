import { OpinionRef } from './refs.js';

export const ACKNOWLEDGEMENT_REJECTIONS = ['no-such-opinion', 'not-addressed-to-you'] as const;
export type AcknowledgementRejection = (typeof ACKNOWLEDGEMENT_REJECTIONS)[number];

/** The office, or who holds the post that it is addressed to, has taken note of it. */
export class AcknowledgeOpinion extends OpinionRef {
  static readonly subject = 'intake.acknowledge-opinion';
  static readonly rejections = ACKNOWLEDGEMENT_REJECTIONS;
}
