import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type AdoptionRejection,
  AdoptPolicy,
  PolicyRef,
} from '@redress/contracts/rectification/adopt-policy';
import { ListPolicies, ReadPolicy } from '@redress/contracts/rectification/read-policy';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class PolicyFromDay extends OmitType(AdoptPolicy, ['policyId']) {}

/** The figures by which tasks are judged. */
@ApiTags('policy')
@Controller()
export class PoliciesController {
  constructor(private readonly services: Services) {}

  @Get('policy')
  @ApiOperation({ summary: 'The figures that hold on a day, or those of a version' })
  @ApiOkResponse({ type: ReadPolicy.reply })
  async read(@Query() query: ReadPolicy, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadPolicy, query, actor));
  }

  @Get('policies')
  @ApiOperation({ summary: 'All policies that were ever adopted' })
  @ApiOkResponse({ type: ListPolicies.reply })
  async list(@Query() query: ListPolicies, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListPolicies, query, actor));
  }

  @Put('policies/:policyId')
  @ApiOperation({ summary: 'Adopts all figures anew, from a day on that has not passed' })
  @ApiOkResponse({ type: Written })
  @Refuses(AdoptPolicy, () => ADOPTION)
  async adopt(
    @Param() { policyId }: PolicyRef,
    @Body() policy: PolicyFromDay,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AdoptPolicy, { policyId, ...policy }, envelope), ADOPTION);
  }
}

const ADOPTION: Readonly<Record<AdoptionRejection, HttpStatus>> = {
  'not-the-office': HttpStatus.FORBIDDEN,
  'policy-id-is-taken': HttpStatus.CONFLICT,
  'reaches-back': HttpStatus.UNPROCESSABLE_ENTITY,
  'named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'name-changes-meaning': HttpStatus.UNPROCESSABLE_ENTITY,
  'week-off-is-official': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-day-is-worked': HttpStatus.UNPROCESSABLE_ENTITY,
};
