import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  CommentOnFinding,
  CommunicateFinding,
  IssueFinding,
} from '@redress/contracts/inspection/issue-finding';
import { FindingEntryRef, FindingRef } from '@redress/contracts/inspection/record-finding';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { FINDING_STATUS } from './status.js';

// What the path does not say. Who acts is in neither.
export class UnitSays extends PickType(CommentOnFinding, ['text']) {}
export class IssuedAs extends OmitType(IssueFinding, ['findingId', 'entryId']) {}

/** 反馈, 限期改进: a finding on its way to the unit and into the ledger. It is contested under its task. */
@ApiTags('inspection')
@Controller('findings/:findingId')
export class IssuingController {
  constructor(private readonly services: Services) {}

  @Put('communication')
  @ApiOperation({ summary: 'Tells the inspected unit of it' })
  @ApiOkResponse({ type: Written })
  @Refuses(CommunicateFinding, () => FINDING_STATUS)
  async communicate(@Param() ref: FindingRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(CommunicateFinding, ref, envelope), FINDING_STATUS);
  }

  @Put('comments/:entryId')
  @ApiOperation({ summary: 'What the inspected unit says to it, until it is issued' })
  @ApiOkResponse({ type: Written })
  @Refuses(CommentOnFinding, () => FINDING_STATUS)
  async comment(
    @Param() ref: FindingEntryRef,
    @Body() { text }: UnitSays,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(CommentOnFinding, { ...ref, text }, envelope), FINDING_STATUS);
  }

  @Put('issuings/:entryId')
  @ApiOperation({
    summary:
      'Makes it an issue and a task, by the head of the team or the office; what is refused shows on it',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(IssueFinding, () => FINDING_STATUS)
  async issue(
    @Param() ref: FindingEntryRef,
    @Body() issuing: IssuedAs,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(IssueFinding, { ...ref, ...issuing }, envelope), FINDING_STATUS);
  }
}
