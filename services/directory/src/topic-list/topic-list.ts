import { type TopicEvent, topicEvents } from '@redress/contracts/directory/topic.events';
import type { TopicRow } from '@redress/contracts/directory/topics';
import type { Projection } from '@redress/read-models/projection';

export const topicList: Projection<TopicEvent, TopicRow> = {
  name: 'topicList',
  version: 1,
  of: topicEvents,
  indexes: [['name'], ['level1', 'name']],
  search: ['name'],
  on: {
    TopicRecorded: ({ topicId: id, ...path }, { revision }) => {
      const { level1, level2, level3 } = path;
      const name = [level1, level2, level3].filter((level) => level !== undefined).join(' / ');
      return { put: { id, ...path, name, revision } };
    },
  },
};
