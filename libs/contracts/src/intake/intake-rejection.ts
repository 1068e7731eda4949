import type { AcknowledgementRejection } from './acknowledge-opinion.js';
import type { AnswerRejection } from './answer-opinion.js';
import type { AppraisalRejection } from './appraise-outcome.js';
import type { QuestionRejection, WritingRejection } from './converse.js';
import type { ListingRejection } from './list-opinion.js';
import type { AttachingRejection } from './attach-file.js';
import type { DuplicateRejection, LiftRejection } from './mark-duplicate.js';
import type { OfficeRejection } from './opinion-rejections.js';
import type { JoiningRejection, PartingRejection } from './split-opinion.js';
import type { SubmissionRejection } from './submit-opinion.js';

/** Whatever a command of intake may be rejected for. */
export type IntakeRejection =
  | SubmissionRejection
  | AcknowledgementRejection
  | OfficeRejection
  | ListingRejection
  | QuestionRejection
  | WritingRejection
  | AttachingRejection
  | AnswerRejection
  | DuplicateRejection
  | LiftRejection
  | PartingRejection
  | JoiningRejection
  | AppraisalRejection;
