import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { ListTopics, RecordTopic, TopicPath, type TopicRejection } from '@redress/contracts/directory/topics';
import { Envelope } from '@redress/contracts/envelope';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class TopicRef extends PickType(RecordTopic, ['topicId']) {}

@ApiTags('topics')
@Controller('topics')
export class TopicsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The classification of topics' })
  @ApiOkResponse({ type: ListTopics.reply })
  async list(@Query() query: ListTopics, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListTopics, query, actor));
  }

  @Put(':topicId')
  @ApiOperation({ summary: 'Records a topic, on one to three levels' })
  @ApiOkResponse({ type: Written })
  @Refuses(RecordTopic, () => STATUS)
  async record(
    @Param() { topicId }: TopicRef,
    @Body() path: TopicPath,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RecordTopic, { topicId, ...path }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<TopicRejection, HttpStatus>> = {
  'may-not-change-the-topics': HttpStatus.FORBIDDEN,
  'topic-level-left-out': HttpStatus.UNPROCESSABLE_ENTITY,
  'topic-id-of-another': HttpStatus.UNPROCESSABLE_ENTITY,
};
