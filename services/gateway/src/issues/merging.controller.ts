import { Body, Controller, Delete, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  IssueRef,
  MergeIssue,
  type MergingRejection,
  UnmergeIssue,
  type UnmergingRejection,
} from '@redress/contracts/rectification/merge-issue';
import { SplitIssue, SplitRef, type SplittingRejection } from '@redress/contracts/rectification/split-issue';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

// What the path does not say.
export class Merging extends PickType(MergeIssue, ['into', 'reason']) {}
export class UnmergingReason extends PickType(UnmergeIssue, ['reason']) {}
export class NewIssue extends OmitType(SplitIssue, ['issueId', 'newIssueId']) {}

/** Two issues that are one matter, and one that is two. */
@ApiTags('issues')
@ApiOkResponse({ type: Written })
@Controller('issues/:issueId')
export class MergingController {
  constructor(private readonly services: Services) {}

  @Put('merging')
  @ApiOperation({
    summary: 'Merges the issue into another; whoever spoke of it, or will, hears the end of that one',
  })
  @Refuses(MergeIssue, () => STATUS)
  async merge(
    @Param() { issueId }: IssueRef,
    @Body() { into, reason }: Merging,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(MergeIssue, { issueId, into, reason }, envelope), STATUS);
  }

  @Delete('merging')
  @ApiOperation({
    summary: 'Takes the merging back: all that came under the number of the issue goes with it',
  })
  @Refuses(UnmergeIssue, () => STATUS)
  async unmerge(
    @Param() { issueId }: IssueRef,
    @Body() { reason }: UnmergingReason,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(UnmergeIssue, { issueId, reason }, envelope), STATUS);
  }

  @Put('splitting/:newIssueId')
  @ApiOperation({
    summary: 'Splits a new issue off, with some of the opinions, or none; merging it back takes it back',
  })
  @Refuses(SplitIssue, () => STATUS)
  async split(
    @Param() { issueId, newIssueId }: SplitRef,
    @Body() listing: NewIssue,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { issueId, newIssueId, ...listing };
    return settle(await this.services.send(SplitIssue, command, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<MergingRejection | UnmergingRejection | SplittingRejection, HttpStatus>> = {
  'no-such-issue': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'already-merged': HttpStatus.CONFLICT,
  'issue-is-resolved': HttpStatus.CONFLICT,
  'target-is-merged': HttpStatus.CONFLICT,
  'has-merged-issues': HttpStatus.CONFLICT,
  'target-is-resolved': HttpStatus.CONFLICT,
  'not-merged': HttpStatus.CONFLICT,
  'issue-is-merged': HttpStatus.CONFLICT,
  'issue-id-is-taken': HttpStatus.CONFLICT,
  'opinion-of-a-merged-issue': HttpStatus.CONFLICT,
  'no-such-severity': HttpStatus.UNPROCESSABLE_ENTITY,
  'merged-into-itself': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-target': HttpStatus.UNPROCESSABLE_ENTITY,
  'opinion-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'not-an-opinion-of-the-issue': HttpStatus.UNPROCESSABLE_ENTITY,
};
