import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Put, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  DrawRecoveryCodes,
  FactorRef,
  type FactorRejection,
  FactorRows,
  ListFactors,
  NameFactor,
  RecoveryCodes,
  RemoveFactor,
} from '@redress/contracts/identity/enrolment';
import type { Sha256 } from '@redress/contracts/values';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, ByHolder, Held } from '../session/session.guard.js';
import { type Answering, Handing, SessionBegun } from '../sign-in/begun.js';
import { type Arrived, From, Sources } from '../sign-in/source.js';
import { Sends } from './sample-bodies.js';

export class FactorName extends PickType(NameFactor, ['name']) {}

/** The second factors of whoever sits there: also of whoever must have one and has none, and can do nothing else until then. */
@ApiTags('second factors')
@ByHolder()
@Controller('account')
export class FactorsController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly sources: Sources,
  ) {}

  @Get('factors')
  @ApiOperation({ summary: 'Your second factors, and how many recovery codes are left' })
  @ApiOkResponse({ type: FactorRows })
  async list(@Held() session: Sha256, @Acting() { actor }: Envelope): Promise<FactorRows> {
    return found(await this.services.ask(ListFactors, { session }, actor));
  }

  @Put('factors/:factorId')
  @ApiOperation({ summary: 'Calls a second factor something else' })
  @Sends(FactorName, 'name')
  @Refuses(NameFactor, () => FACTOR_STATUS)
  @ApiOkResponse({ type: Written })
  async name(
    @Param() { factorId }: FactorRef,
    @Body() { name }: FactorName,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { session, factorId, name, ...this.sources.of(arrived) };
    return settle(await this.services.send(NameFactor, command, envelope), FACTOR_STATUS);
  }

  @Delete('factors/:factorId')
  @ApiOperation({ summary: 'Removes a second factor, of whoever said who they are within ten minutes' })
  @Refuses(RemoveFactor, () => FACTOR_STATUS)
  @ApiOkResponse({ type: SessionBegun })
  async remove(
    @Param() { factorId }: FactorRef,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { session, factorId, ...this.sources.of(arrived) };
    return this.handing.over(
      answering,
      settle(await this.services.send(RemoveFactor, command, envelope), FACTOR_STATUS),
    );
  }

  @Post('recovery-codes')
  @ApiOperation({
    summary: 'Draws ten recovery codes, told this once; those from before are good for nothing',
  })
  @Refuses(DrawRecoveryCodes, () => FACTOR_STATUS)
  @ApiCreatedResponse({ type: RecoveryCodes })
  async draw(
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
  ): Promise<RecoveryCodes> {
    const command = { session, ...this.sources.of(arrived) };
    return settle(await this.services.send(DrawRecoveryCodes, command, envelope), FACTOR_STATUS);
  }
}

export const FACTOR_STATUS: Readonly<Record<FactorRejection, HttpStatus>> = {
  'no-such-session': HttpStatus.UNAUTHORIZED,
  'proof-too-old': HttpStatus.FORBIDDEN,
  'signs-in-elsewhere': HttpStatus.CONFLICT,
  'too-many-factors': HttpStatus.CONFLICT,
  'no-such-factor': HttpStatus.NOT_FOUND,
  'no-such-enrolment': HttpStatus.NOT_FOUND,
  'wrong-code': HttpStatus.UNPROCESSABLE_ENTITY,
  'passkey-not-accepted': HttpStatus.UNPROCESSABLE_ENTITY,
  'passkey-known-already': HttpStatus.CONFLICT,
  'no-passkeys-here': HttpStatus.CONFLICT,
  'second-factor-required': HttpStatus.CONFLICT,
  'no-factor-yet': HttpStatus.CONFLICT,
  'too-many-attempts': HttpStatus.TOO_MANY_REQUESTS,
};
