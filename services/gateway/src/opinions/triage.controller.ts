import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { AnswerOpinion } from '@redress/contracts/intake/answer-opinion';
import { AskSubmitter } from '@redress/contracts/intake/converse';
import { ListOpinion } from '@redress/contracts/intake/list-opinion';
import { LiftDuplicateMark, MarkDuplicate } from '@redress/contracts/intake/mark-duplicate';
import { RedirectOpinion } from '@redress/contracts/intake/redirect-opinion';
import { OpinionRef, QuestionRef } from '@redress/contracts/intake/refs';
import { RefuseOpinion } from '@redress/contracts/intake/refuse-opinion';
import { JoinParts, SplitOpinion } from '@redress/contracts/intake/split-opinion';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { STATUS } from './status.js';

// What the path does not say.
export class Address extends PickType(RedirectOpinion, ['addressedTo', 'reason']) {}
export class QuestionText extends PickType(AskSubmitter, ['question']) {}
export class AnswerText extends PickType(AnswerOpinion, ['answer']) {}
export class RefusalGrounds extends PickType(RefuseOpinion, ['ground', 'reason']) {}
export class DuplicateMark extends PickType(MarkDuplicate, ['of']) {}
export class LiftReason extends PickType(LiftDuplicateMark, ['reason']) {}
export class Splitting extends PickType(SplitOpinion, ['parts', 'reason']) {}
export class JoiningReason extends PickType(JoinParts, ['reason']) {}
export class IssueOnTheBooks extends PickType(ListOpinion, [
  'issueId',
  'title',
  'problem',
  'topic',
  'severity',
]) {}

@ApiTags('opinions')
@ApiOkResponse({ type: Written })
@Controller('opinions/:opinionId')
export class TriageController {
  constructor(private readonly services: Services) {}

  @Put('acknowledgement')
  @ApiOperation({ summary: 'Says that the opinion was read' })
  @Refuses(AcknowledgeOpinion, () => STATUS)
  async acknowledge(@Param() { opinionId }: OpinionRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(AcknowledgeOpinion, { opinionId }, envelope), STATUS);
  }

  @Put('address')
  @ApiOperation({ summary: 'Addresses the opinion to another post' })
  @Refuses(RedirectOpinion, () => STATUS)
  async redirect(
    @Param() { opinionId }: OpinionRef,
    @Body() { addressedTo, reason }: Address,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { opinionId, addressedTo, reason };
    return settle(await this.services.send(RedirectOpinion, command, envelope), STATUS);
  }

  @Put('questions/:entryId')
  @ApiOperation({ summary: 'Asks the submitter something' })
  @Refuses(AskSubmitter, () => STATUS)
  async ask(
    @Param() { opinionId, entryId }: QuestionRef,
    @Body() { question }: QuestionText,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { opinionId, entryId, question };
    return settle(await this.services.send(AskSubmitter, command, envelope), STATUS);
  }

  @Put('answer')
  @ApiOperation({ summary: 'Answers the opinion' })
  @Refuses(AnswerOpinion, () => STATUS)
  async answer(
    @Param() { opinionId }: OpinionRef,
    @Body() { answer }: AnswerText,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AnswerOpinion, { opinionId, answer }, envelope), STATUS);
  }

  @Put('refusal')
  @ApiOperation({ summary: 'Refuses the opinion, and says why' })
  @Refuses(RefuseOpinion, () => STATUS)
  async refuse(
    @Param() { opinionId }: OpinionRef,
    @Body() { ground, reason }: RefusalGrounds,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RefuseOpinion, { opinionId, ground, reason }, envelope), STATUS);
  }

  @Put('duplicate-of')
  @ApiOperation({ summary: 'Marks the opinion as a duplicate of another' })
  @Refuses(MarkDuplicate, () => STATUS)
  async mark(
    @Param() { opinionId }: OpinionRef,
    @Body() { of }: DuplicateMark,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(MarkDuplicate, { opinionId, of }, envelope), STATUS);
  }

  @Delete('duplicate-of')
  @ApiOperation({ summary: 'Lifts the mark of a duplicate' })
  @Refuses(LiftDuplicateMark, () => STATUS)
  async lift(
    @Param() { opinionId }: OpinionRef,
    @Body() { reason }: LiftReason,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(LiftDuplicateMark, { opinionId, reason }, envelope), STATUS);
  }

  @Put('splitting')
  @ApiOperation({ summary: 'Splits an opinion that speaks of several matters; each part goes its own way' })
  @Refuses(SplitOpinion, () => STATUS)
  async split(
    @Param() { opinionId }: OpinionRef,
    @Body() { parts, reason }: Splitting,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(SplitOpinion, { opinionId, parts, reason }, envelope), STATUS);
  }

  @Delete('splitting')
  @ApiOperation({ summary: 'Takes the parts together again, as long as nothing was done with any of them' })
  @Refuses(JoinParts, () => STATUS)
  async join(
    @Param() { opinionId }: OpinionRef,
    @Body() { reason }: JoiningReason,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(JoinParts, { opinionId, reason }, envelope), STATUS);
  }

  @Put('listing')
  @ApiOperation({
    summary: 'Makes an issue of the opinion, or with the id of one that is there, a part of that',
  })
  @Refuses(ListOpinion, () => STATUS)
  async list(
    @Param() { opinionId }: OpinionRef,
    @Body() { issueId, title, problem, topic, severity }: IssueOnTheBooks,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { opinionId, issueId, title, problem, topic, severity };
    return settle(await this.services.send(ListOpinion, command, envelope), STATUS);
  }
}
