import { Body, Controller, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { PasskeyAsked, PasskeyProof } from '@redress/contracts/identity/passkeys';
import { BeginWithPasskey, SignInWithPasskey } from '@redress/contracts/identity/proofs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Sends } from '../second-factors/sample-bodies.js';
import { Origin } from '../session/origin.js';
import { Acting, SignsIn } from '../session/session.guard.js';
import { type Answering, Handing, SessionBegun } from './begun.js';
import { PROOF_STATUS } from './proofs.controller.js';
import { type Arrived, From, Sources } from './source.js';

const STATUS = { ...PROOF_STATUS, 'passkey-not-accepted': HttpStatus.UNAUTHORIZED };

@ApiTags('sign-in')
@SignsIn()
@Controller('session/passkey')
export class PasskeySignInController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly sources: Sources,
    private readonly origin: Origin,
  ) {}

  @Post('challenge')
  @ApiOperation({ summary: 'What a browser is to ask of any passkey that was made here' })
  @Refuses(BeginWithPasskey, () => STATUS)
  @ApiCreatedResponse({ type: PasskeyAsked })
  async begin(@From() arrived: Arrived, @Acting() envelope: Envelope): Promise<PasskeyAsked> {
    const command = { origin: this.origin.must(arrived.headers), ...this.sources.of(arrived) };
    return settle(await this.services.send(BeginWithPasskey, command, envelope), STATUS);
  }

  @Post()
  @ApiOperation({ summary: 'Signs in with a passkey alone, which must have asked its user who they are' })
  @Sends(PasskeyProof, 'passkey')
  @Refuses(SignInWithPasskey, () => STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async signIn(
    @Body() passkey: PasskeyProof,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const origin = this.origin.must(arrived.headers);
    const command = { origin, passkey, ...this.sources.of(arrived) };
    return this.handing.over(
      answering,
      settle(await this.services.send(SignInWithPasskey, command, envelope), STATUS),
    );
  }
}
