import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import {
  BeginPasskey,
  BeginTotp,
  ConfirmTotp,
  EnrolPasskey,
  FactorRef,
  NewTotp,
} from '@redress/contracts/identity/enrolment';
import { NewPasskey, PasskeyAsked } from '@redress/contracts/identity/passkeys';
import type { Sha256 } from '@redress/contracts/values';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Origin } from '../session/origin.js';
import { Acting, ByHolder, Held } from '../session/session.guard.js';
import { type Answering, Handing, SessionBegun } from '../sign-in/begun.js';
import { type Arrived, From, Sources } from '../sign-in/source.js';
import { FACTOR_STATUS } from './factors.controller.js';
import { Sends } from './sample-bodies.js';

export class CalledSo extends PickType(BeginTotp, ['name']) {}
export class FirstCode extends PickType(ConfirmTotp, ['code']) {}

@ApiTags('second factors')
@ByHolder()
@Controller('account')
export class EnrolmentController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly sources: Sources,
    private readonly origin: Origin,
  ) {}

  @Post('totp')
  @ApiOperation({
    summary: 'Draws the secret of an authenticator, to be confirmed by a code within ten minutes',
  })
  @Sends(CalledSo, 'name')
  @Refuses(BeginTotp, () => FACTOR_STATUS)
  @ApiCreatedResponse({ type: NewTotp })
  async beginTotp(
    @Body() { name }: CalledSo,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
  ): Promise<NewTotp> {
    const command = { session, name, ...this.sources.of(arrived) };
    return settle(await this.services.send(BeginTotp, command, envelope), FACTOR_STATUS);
  }

  @Post('totp/:factorId/confirmation')
  @ApiOperation({ summary: 'Confirms an authenticator by the code that it shows; the cookie changes' })
  @Sends(FirstCode, 'code')
  @Refuses(ConfirmTotp, () => FACTOR_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async confirmTotp(
    @Param() { factorId }: FactorRef,
    @Body() { code }: FirstCode,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { session, factorId, code, ...this.sources.of(arrived) };
    return this.handing.over(
      answering,
      settle(await this.services.send(ConfirmTotp, command, envelope), FACTOR_STATUS),
    );
  }

  @Post('passkeys/challenge')
  @ApiOperation({ summary: 'What a browser needs to make a passkey: good for one within five minutes' })
  @Sends(CalledSo, 'name')
  @Refuses(BeginPasskey, () => FACTOR_STATUS)
  @ApiCreatedResponse({ type: PasskeyAsked })
  async beginPasskey(
    @Body() { name }: CalledSo,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
  ): Promise<PasskeyAsked> {
    const origin = this.origin.must(arrived.headers);
    const command = { session, name, origin, ...this.sources.of(arrived) };
    return settle(await this.services.send(BeginPasskey, command, envelope), FACTOR_STATUS);
  }

  @Post('passkeys')
  @ApiOperation({ summary: 'Enrols the passkey that was made, as `toJSON()` has it; the cookie changes' })
  @Sends(NewPasskey, 'newPasskey')
  @Refuses(EnrolPasskey, () => FACTOR_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async enrolPasskey(
    @Body() passkey: NewPasskey,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const origin = this.origin.must(arrived.headers);
    const command = { session, origin, passkey, ...this.sources.of(arrived) };
    return this.handing.over(
      answering,
      settle(await this.services.send(EnrolPasskey, command, envelope), FACTOR_STATUS),
    );
  }
}
