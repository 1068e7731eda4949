import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { FindMyOpinions } from '@redress/contracts/intake/my-opinions';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';

@Controller()
export class MyOpinionsHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(FindMyOpinions.subject)
  find(
    @Payload('query') query: FindMyOpinions,
    @Payload('actor') { person }: Actor,
  ): Promise<Answer<Page<OpinionRow>>> {
    const { limit = 50, cursor, text, order = 'desc' } = query;
    return answered(this.models, opinionDesk, query, async () =>
      person === undefined
        ? undefined
        : this.models.find(opinionDesk, {
            where: { submitter: person },
            by: 'happenedAt',
            descending: order === 'desc',
            limit,
            cursor,
            text,
          }),
    );
  }
}
