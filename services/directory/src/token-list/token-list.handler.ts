import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ListTokens, type TokenRow } from '@redress/contracts/directory/token-list';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { type ListedToken, tokenList } from './token-list.js';

@Controller()
export class TokenListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ListTokens.subject)
  list(@Payload('query') query: ListTokens, @Payload('actor') actor: Actor): Promise<Answer<Page<TokenRow>>> {
    const { status, post, limit = 50, cursor, text, order } = query;
    const seesAll = actor.role === 'operator' || actor.role === 'auditor';
    const person = seesAll ? query.person : actor.person;
    if (!seesAll && (person === undefined || (query.person !== undefined && query.person !== person)))
      return Promise.resolve({ rows: [] });
    const where = { ...(person && { person }), ...(post && { post }), ...this.being(status) };
    const descending = order === 'desc';
    return answered(this.models, tokenList, query, async () => {
      const page = await this.models.find(tokenList, {
        where,
        by: 'issuedAt',
        descending,
        limit,
        cursor,
        text,
      });
      return { ...page, rows: page.rows.map(({ person: _person, post: _post, ...row }) => row) };
    });
  }

  private being(status: ListTokens['status']): Filter<ListedToken> {
    if (status === undefined) return {};
    return status === 'revoked'
      ? { isRevoked: true }
      : { isRevoked: false, expiresAt: { from: this.clock.now() } };
  }
}
