import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AnswerObjection,
  type ObjectionAnswerRejection,
} from '@redress/contracts/rectification/object-to-close-out';
import {
  PublishNotice,
  SkipNotice,
  type SkippingRejection,
} from '@redress/contracts/rectification/public-notice';
import { EntryRef, ObjectionRef } from '@redress/contracts/rectification/refs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { UNUSABLE } from '../tasks/unusable-request.js';

export class NoticeText extends PickType(PublishNotice, ['text']) {}
export class NoticeSkip extends PickType(SkipNotice, ['ground', 'reason']) {}
export class ObjectionAnswer extends PickType(AnswerObjection, ['upheld', 'answer']) {}

/** What the office does between the verification and the closing. */
@ApiTags('notices')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class PublishingController {
  constructor(private readonly services: Services) {}

  @Put('close-out/:entryId/notice')
  @ApiOperation({ summary: 'Shows a verified close-out request to the public, for some working days' })
  @Refuses(PublishNotice, () => NOTICE)
  async publish(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { text }: NoticeText,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(PublishNotice, { taskId, entryId, text }, envelope), NOTICE);
  }

  @Put('close-out/:entryId/notice/skip')
  @ApiOperation({ summary: 'Leaves the public notice out, on a ground that the policy knows' })
  @Refuses(SkipNotice, () => NOTICE)
  async skip(
    @Param() { taskId, entryId }: EntryRef,
    @Body() skip: NoticeSkip,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(SkipNotice, { taskId, entryId, ...skip }, envelope), NOTICE);
  }

  @Put('objections/:objectionId/answer')
  @ApiOperation({ summary: 'Upholds an objection, and the task is open again, or dismisses it' })
  @Refuses(AnswerObjection, () => ANSWER)
  async answer(
    @Param() { taskId, objectionId }: ObjectionRef,
    @Body() answer: ObjectionAnswer,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, objectionId, ...answer };
    return settle(await this.services.send(AnswerObjection, command, envelope), ANSWER);
  }
}

const NOTICE: Readonly<Record<SkippingRejection, HttpStatus>> = {
  ...UNUSABLE,
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'task-is-closed': HttpStatus.CONFLICT,
  'notice-already-published': HttpStatus.CONFLICT,
  'notice-already-skipped': HttpStatus.CONFLICT,
  'no-such-skip-ground': HttpStatus.UNPROCESSABLE_ENTITY,
};

const ANSWER: Readonly<Record<ObjectionAnswerRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-objection': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'answerer-is-unnamed': HttpStatus.FORBIDDEN,
  'answerer-of-a-responsible-unit': HttpStatus.FORBIDDEN,
  'answerer-answers-for-the-task': HttpStatus.FORBIDDEN,
  'objection-already-answered': HttpStatus.CONFLICT,
  'objection-overtaken': HttpStatus.CONFLICT,
};
