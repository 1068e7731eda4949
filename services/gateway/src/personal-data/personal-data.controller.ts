import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import {
  ApproveErasure,
  ErasureReport,
  type ErasureRejection,
  LiftLegalHold,
  PersonById,
  ProposeErasure,
  ReadErasure,
  RecordExport,
  RefuseErasure,
  SetLegalHold,
} from '@redress/contracts/directory/erasure';
import { AllAboutPerson } from '@redress/contracts/directory/personal-data';
import { Envelope } from '@redress/contracts/envelope';
import { FindKept } from '@redress/contracts/identity/kept';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { allAbout } from './all-about.js';

export class LegalHoldRef extends PickType(SetLegalHold, ['personId', 'holdId']) {}
export class HoldReason extends PickType(SetLegalHold, ['reason']) {}
export class WhyErase extends PickType(ProposeErasure, ['ground', 'reason']) {}
export class WhyNotErase extends PickType(RefuseErasure, ['reason']) {}

@ApiTags('personal data')
@Controller('people/:personId')
export class PersonalDataController {
  constructor(private readonly services: Services) {}

  @Get('personal-data')
  @ApiOperation({
    summary: 'Everything about a person, for that person, the office and the auditor; it is recorded',
  })
  @ApiOkResponse({ type: AllAboutPerson })
  @Refuses(RecordExport, () => STATUS)
  async all(@Param() { personId }: PersonById, @Acting() envelope: Envelope): Promise<AllAboutPerson> {
    const { keys } = settle(await this.services.send(RecordExport, { personId }, envelope), STATUS);
    const events = await allAbout(this.services, personId, keys, envelope.actor);
    return {
      personId,
      events,
      account: found(await this.services.ask(FindKept, { personId }, envelope.actor)),
    };
  }

  @Delete('personal-data')
  @ApiOperation({ summary: 'Erases a person, as a second person after somebody proposed it: for good' })
  @ApiOkResponse({ type: Written })
  @Refuses(ApproveErasure, () => STATUS)
  async erase(@Param() { personId }: PersonById, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(ApproveErasure, { personId }, envelope), STATUS);
  }

  @Get('erasure')
  @ApiOperation({ summary: 'How it stands with erasing a person, and in the end the report' })
  @ApiOkResponse({ type: ErasureReport })
  async report(
    @Param() { personId }: PersonById,
    @Query() _reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<ErasureReport> {
    return found(await this.services.ask(ReadErasure, { personId }, actor));
  }

  @Put('erasure')
  @ApiOperation({ summary: 'Proposes to erase a person' })
  @ApiOkResponse({ type: Written })
  @Refuses(ProposeErasure, () => STATUS)
  async propose(
    @Param() { personId }: PersonById,
    @Body() why: WhyErase,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(ProposeErasure, { personId, ...why }, envelope), STATUS);
  }

  @Put('erasure/refusal')
  @ApiOperation({ summary: 'Refuses a proposal, or takes it back' })
  @ApiOkResponse({ type: Written })
  @Refuses(RefuseErasure, () => STATUS)
  async refuse(
    @Param() { personId }: PersonById,
    @Body() { reason }: WhyNotErase,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RefuseErasure, { personId, reason }, envelope), STATUS);
  }

  @Put('legal-holds/:holdId')
  @ApiOperation({ summary: 'Keeps a person from being erased' })
  @ApiOkResponse({ type: Written })
  @Refuses(SetLegalHold, () => STATUS)
  async hold(
    @Param() ref: LegalHoldRef,
    @Body() { reason }: HoldReason,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(SetLegalHold, { ...ref, reason }, envelope), STATUS);
  }

  @Put('legal-holds/:holdId/lifting')
  @ApiOperation({ summary: 'Lifts what keeps a person from being erased' })
  @ApiOkResponse({ type: Written })
  @Refuses(LiftLegalHold, () => STATUS)
  async lift(
    @Param() ref: LegalHoldRef,
    @Body() { reason }: HoldReason,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(LiftLegalHold, { ...ref, reason }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<ErasureRejection, HttpStatus>> = {
  'nobody-with-this-id': HttpStatus.NOT_FOUND,
  'no-such-hold': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'not-the-leading-group': HttpStatus.FORBIDDEN,
  'proposed-by-oneself': HttpStatus.FORBIDDEN,
  'on-legal-hold': HttpStatus.CONFLICT,
  'hold-is-another': HttpStatus.CONFLICT,
  'erasure-not-proposed': HttpStatus.CONFLICT,
  'erasure-proposed-already': HttpStatus.CONFLICT,
  'already-erased': HttpStatus.CONFLICT,
};
