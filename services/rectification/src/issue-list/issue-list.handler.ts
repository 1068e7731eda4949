import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import {
  type IssueCount,
  type IssueFacets,
  ISSUE_FACETS,
  type IssueRow,
  ReadIssue,
  ReadIssueFacets,
  ReadIssueList,
} from '@redress/contracts/rectification/issue-list';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import type { Count } from '@redress/read-models/facets';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { momentsOf } from '../ledger/days.js';
import { between, defined, holding } from '../ledger/filters.js';
import { mostFrequent } from '../ledger/most-frequent.js';
import { maySee, type Scope, scopeOf } from '../who-sees.js';
import { issueList } from './issue-list.js';

const PAGE = 50;

@Controller()
export class IssueListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadIssue.subject)
  readIssue(@Payload('query') query: ReadIssue, @Payload('actor') actor: Actor): Promise<Answer<IssueRow>> {
    return answered(this.models, issueList, query, async () => {
      const row = await this.models.get(issueList, query.issueId);
      return row && maySee(actor, row) ? row : undefined;
    });
  }

  @MessagePattern(ReadIssueList.subject)
  readIssueList(
    @Payload('query') query: ReadIssueList,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<IssueRow>>> {
    const { sort, order, limit, cursor, text, ...asked } = query;
    return answered(this.models, issueList, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      return this.models.find(issueList, {
        where: this.where(asked, scope),
        by: sort ?? 'listedAt',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
    });
  }

  @MessagePattern(ReadIssueFacets.subject)
  readFacets(
    @Payload('query') query: ReadIssueFacets,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<IssueFacets>> {
    const { text, ...asked } = query;
    return answered(this.models, issueList, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      const where = this.where(asked, scope);
      const facets = await this.models.facets(issueList, { where, text, fields: ISSUE_FACETS });
      return {
        issues: facets.status.reduce((sum, { rows }) => sum + rows, 0),
        status: counted(facets.status),
        topic: counted(facets.topic),
        severity: counted(facets.severity),
        channel: counted(facets.channel),
        units: counted(facets.units),
      };
    });
  }

  private where(asked: ReadIssueFacets, scope: Scope): Filter<IssueRow> {
    const { status, topic, severity, channel, unit, listedFrom, listedTo } = asked;
    return defined<IssueRow>({
      units: holding(scope.units?.has, unit),
      status,
      topic,
      severity,
      channel,
      listedAt: between(momentsOf(this.clock, listedFrom, listedTo)),
    });
  }
}

const counted = (counts: readonly Count[]): readonly IssueCount[] =>
  mostFrequent(counts).map(({ value, rows }) => ({ value, issues: rows }));
