import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { EntryRef } from '@redress/contracts/rectification/refs';
import {
  AnswerReview,
  RequestReview,
  type ReviewAnswerRejection,
  type ReviewRequestRejection,
} from '@redress/contracts/rectification/review-task';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class ReviewRequest extends PickType(RequestReview, ['reason']) {}
export class ReviewAnswer extends PickType(AnswerReview, ['outcome', 'reason', 'criterion']) {}

/** How a unit contests a task, and others than its authors answer. */
@ApiTags('reviews')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId/reviews/:entryId')
export class ReviewsController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({ summary: 'Contests the task, and says why' })
  @Refuses(RequestReview, () => REQUEST)
  async request(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { reason }: ReviewRequest,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RequestReview, { taskId, entryId, reason }, envelope), REQUEST);
  }

  @Put('answer')
  @ApiOperation({ summary: 'Upholds, changes or withdraws what is contested; by none of its authors' })
  @Refuses(AnswerReview, () => ANSWER)
  async answer(
    @Param() { taskId, entryId }: EntryRef,
    @Body() answer: ReviewAnswer,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...answer };
    return settle(await this.services.send(AnswerReview, command, envelope), ANSWER);
  }
}

const REQUEST: Readonly<Record<ReviewRequestRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'task-is-returned': HttpStatus.CONFLICT,
  'review-already-asked': HttpStatus.CONFLICT,
  'review-is-too-late': HttpStatus.CONFLICT,
};

const ANSWER: Readonly<Record<ReviewAnswerRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-review': HttpStatus.NOT_FOUND,
  'not-a-reviewer': HttpStatus.FORBIDDEN,
  'reviewer-is-unnamed': HttpStatus.FORBIDDEN,
  'reviewer-of-a-responsible-unit': HttpStatus.FORBIDDEN,
  'reviewer-answers-for-the-task': HttpStatus.FORBIDDEN,
  'reviewer-is-recused': HttpStatus.FORBIDDEN,
  'reviewer-is-an-author': HttpStatus.FORBIDDEN,
  'review-already-answered': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'criterion-is-missing': HttpStatus.UNPROCESSABLE_ENTITY,
  'criterion-is-not-asked-for': HttpStatus.UNPROCESSABLE_ENTITY,
};
