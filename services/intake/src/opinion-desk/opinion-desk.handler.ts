import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { FindOpinions, type OpinionRow, SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { opinionDesk } from './opinion-desk.js';
import { inTheEyesOf, sees } from './who-sees.js';

@Controller()
export class OpinionDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(FindOpinions.subject)
  find(
    @Payload('query') query: FindOpinions,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<OpinionRow>>> {
    return answered(this.models, opinionDesk, query, () => this.page(query, actor));
  }

  @MessagePattern(SeeOpinion.subject)
  see(@Payload('query') query: SeeOpinion, @Payload('actor') actor: Actor): Promise<Answer<OpinionRow>> {
    return answered(this.models, opinionDesk, query, async () => {
      const row = await this.models.get(opinionDesk, query.opinionId);
      return row && sees(actor)(row) ? inTheEyesOf(actor)(row) : undefined;
    });
  }

  private async page(query: FindOpinions, actor: Actor): Promise<Page<OpinionRow> | undefined> {
    const { status, channel, topic, appraisal, sort = 'happenedAt', order = 'desc' } = query;
    const { limit = 50, cursor, text } = query;
    const addressedTo = query.addressedTo ?? (sees(actor)({}) ? undefined : actor.post);
    if (!sees(actor)(addressedTo === undefined ? {} : { addressedTo })) return undefined;
    const where = {
      ...(status !== undefined && { status }),
      ...(channel !== undefined && { channel }),
      ...(topic !== undefined && { topic }),
      ...(appraisal !== undefined && { appraisal }),
      ...(addressedTo !== undefined && { addressedTo }),
    };
    const page = await this.models.find(opinionDesk, {
      where,
      by: sort,
      descending: order === 'desc',
      limit,
      cursor,
      text,
    });
    return { ...page, rows: page.rows.map(inTheEyesOf(actor)) };
  }
}
