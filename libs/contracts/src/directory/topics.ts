import { IsCount, IsId, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { TopicId } from '../values.js';

export const TOPIC_REJECTIONS = [
  'may-not-change-the-topics',
  'topic-level-left-out',
  'topic-id-of-another',
] as const;
export type TopicRejection = (typeof TOPIC_REJECTIONS)[number];

/** Where a topic stands in the classification: a level below the first needs those above it. */
export class TopicPath {
  @IsText(100) readonly level1!: string;
  @MayBeAbsent() @IsText(100) readonly level2?: string;
  @MayBeAbsent() @IsText(100) readonly level3?: string;
}

/** The id of a topic derives from its path. */
export class RecordTopic extends TopicPath {
  static readonly subject = 'directory.record-topic';
  static readonly rejections = TOPIC_REJECTIONS;
  @IsId() readonly topicId!: TopicId;
}

export class TopicRow extends TopicPath {
  @IsId() readonly id!: TopicId;
  /** The levels one after another, as topics are sorted and read: `environment / noise`. */
  @IsText(320) readonly name!: string;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The classification, by name; anybody who is signed in may read it. */
export class ListTopics extends Listing {
  static readonly subject = 'directory.list-topics';
  static readonly reply = pageOf(TopicRow);
  @MayBeAbsent() @IsText(100) readonly level1?: string;
}
