import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type IssueRow, ReadIssue, ReadIssueList } from '@redress/contracts/rectification/issue-list';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { maySee, scopeOf } from '../who-sees.js';
import { issueList } from './issue-list.js';

const PAGE = 50;

@Controller()
export class IssueListHandler {
  constructor(private readonly models: ReadModels) {}

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
    const { status, topic, severity, sort, order, limit, cursor, text } = query;
    return answered(this.models, issueList, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      return this.models.find(issueList, {
        where: {
          ...scope,
          ...(status && { status }),
          ...(topic && { topic }),
          ...(severity && { severity }),
        },
        by: sort ?? 'listedAt',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
    });
  }
}
