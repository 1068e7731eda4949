import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadReviews, type ReviewOnDesk } from '@redress/contracts/rectification/review-task';
import type { Page } from '@redress/read-models/read-models';
import { JudgingDesk } from '../judging/judging.desk.js';
import { reviewDesk } from './review-desk.js';

/** 复核: who might answer is told of what waits. */
@Controller()
export class ReviewDeskHandler {
  constructor(private readonly desk: JudgingDesk) {}

  @MessagePattern(ReadReviews.subject)
  readReviews(
    @Payload('query') query: ReadReviews,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<ReviewOnDesk>>> {
    const { status, outcome, leadUnit, taskId } = query;
    return this.desk.page(reviewDesk, query, actor, {
      where: { status, outcome, leadUnit, taskId },
      by: 'answerBy',
      taskOf: (review) => (review.status === 'pending' ? review.taskId : undefined),
      isReview: true,
    });
  }
}
