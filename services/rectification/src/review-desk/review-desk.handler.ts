import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadReviews, type ReviewRow } from '@redress/contracts/rectification/review-task';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { deskPage } from '../desk-page.js';
import { reviewDesk } from './review-desk.js';

@Controller()
export class ReviewDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadReviews.subject)
  readReviews(
    @Payload('query') query: ReadReviews,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<ReviewRow>>> {
    const { status, outcome, leadUnit, taskId } = query;
    const where = { status, outcome, leadUnit, taskId };
    return deskPage(this.models, reviewDesk, query, actor, { where, by: 'answerBy' });
  }
}
