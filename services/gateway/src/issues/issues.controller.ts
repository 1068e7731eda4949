import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { Reading } from '@redress/contracts/query';
import { IssueRef } from '@redress/contracts/rectification/merge-issue';
import {
  IssueRow,
  ReadIssue,
  ReadIssueFacets,
  ReadIssueList,
} from '@redress/contracts/rectification/issue-list';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Patience, patiently } from '../http/prefer.js';
import { Acting } from '../session/session.guard.js';

@ApiTags('issues')
@Controller('issues')
export class IssuesController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The problems on the books' })
  @ApiOkResponse({ type: ReadIssueList.reply })
  async list(@Query() query: ReadIssueList, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadIssueList, query, actor));
  }

  @Get('facets')
  @ApiOperation({ summary: 'How many of these problems there are, in all and by each of their values' })
  @ApiOkResponse({ type: ReadIssueFacets.reply })
  async count(@Query() query: ReadIssueFacets, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadIssueFacets, query, actor));
  }

  @Get(':issueId')
  @ApiOperation({
    summary: 'A problem on the books; with `Prefer: wait`, one that was just listed is waited for',
  })
  @ApiOkResponse({ type: IssueRow })
  async read(
    @Param() { issueId }: IssueRef,
    @Query() reading: Reading,
    @Patience() patienceMs: number,
    @Acting() { actor }: Envelope,
  ): Promise<IssueRow> {
    const ask = () => this.services.ask(ReadIssue, { issueId, ...reading }, actor);
    return found(await patiently(patienceMs, ask));
  }
}
