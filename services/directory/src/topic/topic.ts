import { type TopicEvent, topicEvents } from '@redress/contracts/directory/topic.events';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** A line of the classification. What it is called never changes: another name is another topic. */
export type Topic = { readonly isRecorded: boolean };

export const topics: Aggregate<Topic, TopicEvent> = {
  ...topicEvents,
  initial: { isRecorded: false },
  evolve: () => ({ isRecorded: true }),
};
