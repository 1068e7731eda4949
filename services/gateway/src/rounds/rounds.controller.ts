import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { Coverage, ReadCoverage } from '@redress/contracts/inspection/coverage';
import { PlanRound, RoundRef } from '@redress/contracts/inspection/plan-round';
import { CloseRound, RescopeRound } from '@redress/contracts/inspection/rescope-round';
import { ListRounds, RoundRow, SeeRound } from '@redress/contracts/inspection/round-list';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { ROUND_STATUS } from './status.js';

// What the path does not say. Who plans is in neither.
export class RoundPlan extends OmitType(PlanRound, ['roundId']) {}
export class RescopeRef extends PickType(RescopeRound, ['roundId', 'entryId']) {}
export class Rescoping extends OmitType(RescopeRound, ['roundId', 'entryId']) {}
export class CoverageAsked extends OmitType(ReadCoverage, ['roundId']) {}

/** One pass over the units: which, and how far it has come. */
@ApiTags('inspection')
@Controller('rounds')
export class RoundsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The rounds, the last first' })
  @ApiOkResponse({ type: ListRounds.reply })
  async list(@Query() query: ListRounds, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListRounds, query, actor));
  }

  @Get(':roundId')
  @ApiOperation({ summary: 'A round: when, by which checklist, over how many units' })
  @ApiOkResponse({ type: RoundRow })
  async read(
    @Param() ref: RoundRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<RoundRow> {
    return found(await this.services.ask(SeeRound, { ...ref, ...reading }, actor));
  }

  @Get(':roundId/coverage')
  @ApiOperation({ summary: 'How many units of a round were seen, by team, and which were not' })
  @ApiOkResponse({ type: Coverage })
  async coverage(
    @Param() ref: RoundRef,
    @Query() query: CoverageAsked,
    @Acting() { actor }: Envelope,
  ): Promise<Coverage> {
    return found(await this.services.ask(ReadCoverage, { ...ref, ...query }, actor));
  }

  @Put(':roundId')
  @ApiOperation({ summary: 'Plans a round over named units or a part of the tree, which are then frozen' })
  @ApiOkResponse({ type: Written })
  @Refuses(PlanRound, () => ROUND_STATUS)
  async plan(
    @Param() ref: RoundRef,
    @Body() plan: RoundPlan,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(PlanRound, { ...ref, ...plan }, envelope), ROUND_STATUS);
  }

  @Put(':roundId/scope/:entryId')
  @ApiOperation({ summary: 'Adds units to a round and takes others away, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(RescopeRound, () => ROUND_STATUS)
  async rescope(
    @Param() ref: RescopeRef,
    @Body() rescoping: Rescoping,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RescopeRound, { ...ref, ...rescoping }, envelope), ROUND_STATUS);
  }

  @Put(':roundId/closing')
  @ApiOperation({ summary: 'Closes a round: no further visit is planned in it' })
  @ApiOkResponse({ type: Written })
  @Refuses(CloseRound, () => ROUND_STATUS)
  async close(@Param() ref: RoundRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(CloseRound, ref, envelope), ROUND_STATUS);
  }
}
