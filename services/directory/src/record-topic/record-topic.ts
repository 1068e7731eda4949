import { topicIdOf } from '@redress/contracts/directory/ids';
import type { TopicEvent } from '@redress/contracts/directory/topic.events';
import type { RecordTopic, TopicRejection } from '@redress/contracts/directory/topics';
import type { Actor } from '@redress/contracts/envelope';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { mayOrganise } from '../record-unit/may-organise.js';
import type { Topic } from '../topic/topic.js';

/** The operator or the office puts a topic into the classification. */
export const recordTopic =
  ({ topicId, level1, level2, level3 }: RecordTopic, actor: Actor) =>
  (topic: Topic): Decision<TopicEvent, TopicRejection> => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-topics');
    if (level2 === undefined && level3 !== undefined) return reject('topic-level-left-out');
    const path = { level1, ...(level2 !== undefined && { level2 }), ...(level3 !== undefined && { level3 }) };
    if (topicId !== topicIdOf(path)) return reject('topic-id-of-another');
    if (topic.isRecorded) return [];
    return [{ type: 'TopicRecorded', data: { topicId, ...path } }];
  };
