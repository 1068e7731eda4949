import type { Category, Event } from '../event.js';
import type { TopicId } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type TopicEvent = Event<
  'TopicRecorded',
  { topicId: TopicId; level1: string; level2?: string; level3?: string }
>;

export const topicEvents: Category<TopicEvent> = { name: 'topic', lifts: { TopicRecorded: [] } };
