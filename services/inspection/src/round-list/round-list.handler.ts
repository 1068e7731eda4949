import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { ListRounds, type RoundRow, SeeRound } from '@redress/contracts/inspection/round-list';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { roundList } from './round-list.js';

const PAGE = 50;

@Controller()
export class RoundListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListRounds.subject)
  list(
    @Payload('query') query: ListRounds,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<Page<RoundRow>>> {
    const { status, on, limit = PAGE, cursor, text, order } = query;
    return answered(this.models, roundList, query, async () => {
      if (!SEES_EVERYTHING[role]) return undefined;
      const where = { ...(status && { status }), ...(on && { from: { to: on }, until: { from: on } }) };
      const descending = order !== 'asc';
      return this.models.find(roundList, { where, by: 'from', descending, limit, cursor, text });
    });
  }

  @MessagePattern(SeeRound.subject)
  see(@Payload('query') query: SeeRound, @Payload('actor') { role }: Actor): Promise<Answer<RoundRow>> {
    return answered(this.models, roundList, query, async () =>
      SEES_EVERYTHING[role] ? this.models.get(roundList, query.roundId) : undefined,
    );
  }
}
