import { describe, expect, it } from '@jest/globals';
import { topicIdOf } from '@redress/contracts/directory/ids';
import type { TopicEvent } from '@redress/contracts/directory/topic.events';
import type { Role } from '@redress/contracts/envelope';
import { specFor } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { topicList } from '../topic-list/topic-list.js';
import { topics } from '../topic/topic.js';
import { recordTopic } from './record-topic.js';

const path = { level1: '城乡建设', level2: '安全生产', level3: '事故处理' };
const topicId = topicIdOf(path);
const recorded: TopicEvent = { type: 'TopicRecorded', data: { topicId, ...path } };
const { given } = specFor(topics);

describe('a topic', () => {
  it.each<Role>(['operator', 'office'])('is recorded by the %s, once', (role) => {
    given()
      .when(recordTopic({ topicId, ...path }, { role }))
      .yields(recorded);
    given(recorded)
      .when(recordTopic({ topicId, ...path }, { role }))
      .changesNothing();
  });

  it('may end with its first or second level', () => {
    const { level1, level2 } = path;
    const first = topicIdOf({ level1 });
    given()
      .when(recordTopic({ topicId: first, level1 }, { role: 'office' }))
      .yields({ type: 'TopicRecorded', data: { topicId: first, level1 } });
    const second = topicIdOf({ level1, level2 });
    given()
      .when(recordTopic({ topicId: second, level1, level2 }, { role: 'office' }))
      .yields({ type: 'TopicRecorded', data: { topicId: second, level1, level2 } });
    expect(new Set([first, second, topicId]).size).toBe(3);
  });

  it.each([
    ['may-not-change-the-topics', { topicId, ...path }, 'unit'],
    ['topic-level-left-out', { topicId, level1: path.level1, level3: path.level3 }, 'office'],
    ['topic-id-of-another', { topicId, ...path, level3: '安全隐患' }, 'office'],
  ] as const)('is told %s', (reason, command, role) => {
    given().when(recordTopic(command, { role })).isRejected(reason);
  });

  it('is listed with all its levels in one name', () => {
    expect(rowsAfter(topicList, recorded)).toMatchObject([
      { id: topicId, ...path, name: '城乡建设 / 安全生产 / 事故处理' },
    ]);
  });
});
