import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ListTopics, type TopicRow } from '@redress/contracts/directory/topics';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { topicList } from './topic-list.js';

@Controller()
export class TopicListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListTopics.subject)
  list(@Payload('query') query: ListTopics): Promise<Answer<Page<TopicRow>>> {
    const { level1, limit = 50, cursor, text, order } = query;
    const descending = order === 'desc';
    const where = level1 === undefined ? {} : { level1 };
    return answered(this.models, topicList, query, () =>
      this.models.find(topicList, { where, by: 'name', descending, limit, cursor, text }),
    );
  }
}
