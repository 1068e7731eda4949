import { IsCode, IsDay, IsId, IsOneOf, IsText } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { Day, TaskId } from '../values.js';
import { UNUSABLE_REQUEST } from './close-task.js';
import { EntryRef } from './refs.js';

export const NOTICE_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-the-office',
  ...UNUSABLE_REQUEST,
  'notice-already-published',
  'notice-already-skipped',
] as const;
export type NoticeRejection = (typeof NOTICE_REJECTIONS)[number];

/** 公示: the office shows a verified request to the public, for so many working days as the policy of the day says. */
export class PublishNotice extends EntryRef {
  static readonly subject = 'rectification.publish-notice';
  static readonly rejections = NOTICE_REJECTIONS;
  /** For everybody: whoever writes it names nobody in it. */
  @IsText(20_000) readonly text!: string;
}

export const SKIPPING_REJECTIONS = [...NOTICE_REJECTIONS, 'no-such-skip-ground'] as const;
export type SkippingRejection = (typeof SKIPPING_REJECTIONS)[number];

/** The office leaves the notice out, on one of the grounds that the policy of the day knows, and says why. */
export class SkipNotice extends EntryRef {
  static readonly subject = 'rectification.skip-notice';
  static readonly rejections = SKIPPING_REJECTIONS;
  @IsCode() readonly ground!: string;
  @IsText(2_000) readonly reason!: string;
}

/** `over`: the last day has passed. `closed`: after that, the line was struck off. */
export const NOTICE_STATUSES = ['running', 'over', 'closed'] as const;
export type NoticeStatus = (typeof NOTICE_STATUSES)[number];

/** What anybody may see of a task that is, or was, to be struck off: nothing in it leads to a person. */
export class PublicNotice {
  /** Of the task. */
  @IsId() readonly id!: TaskId;
  @IsText(200) readonly title!: string;
  @IsText(20_000) readonly text!: string;
  @IsText(2_000) readonly criterion!: string;
  /** What the lead unit was called when the notice was published. */
  @IsText(200) readonly unit!: string;
  @IsDay() readonly from!: Day;
  /** The last day on which somebody may object. */
  @IsDay() readonly until!: Day;
  @IsOneOf(NOTICE_STATUSES) readonly status!: NoticeStatus;
}

/** What is on notice today, what ends first before the others. For anybody. */
export class ReadNotices extends Listing {
  static readonly subject = 'rectification.read-notices';
  static readonly reply = pageOf(PublicNotice);
}

/** The notice of one task, as long as the request that it shows stands. For anybody. */
export class ReadNotice extends Reading {
  static readonly subject = 'rectification.read-notice';
  static readonly reply = PublicNotice;
  @IsId() readonly taskId!: TaskId;
}
