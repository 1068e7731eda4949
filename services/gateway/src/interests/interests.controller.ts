import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  DeclareInterest,
  EndInterest,
  InterestRef,
  type InterestRejection,
} from '@redress/contracts/inspection/declare-interest';
import { ListInterests } from '@redress/contracts/inspection/interest-list';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Declaration extends OmitType(DeclareInterest, ['person', 'interestId']) {}
export class InterestEnd extends PickType(EndInterest, ['until']) {}

@ApiTags('inspection')
@Controller('interests')
export class InterestsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'Interests that people declared in units' })
  @ApiOkResponse({ type: ListInterests.reply })
  async list(@Query() query: ListInterests, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListInterests, query, actor));
  }

  @Put(':person/:interestId')
  @ApiOperation({ summary: 'Declares an interest of a person in a unit: who has one may not act for it' })
  @ApiOkResponse({ type: Written })
  @Refuses(DeclareInterest, () => STATUS)
  async declare(
    @Param() ref: InterestRef,
    @Body() declaration: Declaration,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DeclareInterest, { ...ref, ...declaration }, envelope), STATUS);
  }

  @Delete(':person/:interestId')
  @ApiOperation({ summary: 'Ends an interest after a day that has not passed' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndInterest, () => STATUS)
  async end(
    @Param() ref: InterestRef,
    @Body() { until }: InterestEnd,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(EndInterest, { ...ref, until }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<InterestRejection, HttpStatus>> = {
  'not-yours-to-declare': HttpStatus.FORBIDDEN,
  'nobody-with-this-id': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-unit': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-interest': HttpStatus.NOT_FOUND,
  'interest-is-another': HttpStatus.CONFLICT,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'ended-otherwise': HttpStatus.CONFLICT,
  'reaches-back': HttpStatus.UNPROCESSABLE_ENTITY,
};
