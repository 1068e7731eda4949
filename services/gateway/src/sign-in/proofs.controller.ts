import { Body, Controller, HttpStatus, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { PasskeyAsked, PasskeyProof } from '@redress/contracts/identity/passkeys';
import {
  AskForPasskey,
  type ProofRejection,
  ProveByPasskey,
  ProveByPassword,
  ProveByRecoveryCode,
  ProveByTotp,
} from '@redress/contracts/identity/proofs';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { Sha256 } from '@redress/contracts/values';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Origin } from '../session/origin.js';
import { Acting, ByHolder, Held } from '../session/session.guard.js';
import { type Answering, Handing, SessionBegun } from './begun.js';
import { type Arrived, From, Sources } from './source.js';
import { Sends } from '../second-factors/sample-bodies.js';

export class CodeShown extends PickType(ProveByTotp, ['code']) {}
export class RecoveryCodeTyped extends PickType(ProveByRecoveryCode, ['code']) {}
export class PasswordTyped extends PickType(ProveByPassword, ['password']) {}

/** The second step of a sign-in; or for whoever is signed in, saying again who they are. The cookie changes either way. */
@ApiTags('sign-in')
@ByHolder()
@Controller('session/proofs')
export class ProofsController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly sources: Sources,
    private readonly origin: Origin,
  ) {}

  @Post('totp')
  @ApiOperation({ summary: 'Proves it with the code that an authenticator shows; a code is good for once' })
  @Sends(CodeShown, 'code')
  @Refuses(ProveByTotp, () => PROOF_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async byTotp(
    @Body() { code }: CodeShown,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { session, code, ...this.sources.of(arrived) };
    return this.proved(answering, await this.services.send(ProveByTotp, command, envelope));
  }

  @Post('recovery-code')
  @ApiOperation({ summary: 'Proves it with a recovery code, which is used up by that' })
  @Sends(RecoveryCodeTyped, 'recoveryCode')
  @Refuses(ProveByRecoveryCode, () => PROOF_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async byRecoveryCode(
    @Body() { code }: RecoveryCodeTyped,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { session, code, ...this.sources.of(arrived) };
    return this.proved(answering, await this.services.send(ProveByRecoveryCode, command, envelope));
  }

  @Post('password')
  @ApiOperation({ summary: 'Says again with the password who sits there; it completes no sign-in' })
  @Sends(PasswordTyped, 'password')
  @Refuses(ProveByPassword, () => PROOF_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async byPassword(
    @Body() { password }: PasswordTyped,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { session, password, ...this.sources.of(arrived) };
    return this.proved(answering, await this.services.send(ProveByPassword, command, envelope));
  }

  @Post('passkey/challenge')
  @ApiOperation({ summary: 'What a browser is to ask of a passkey: good for one answer within five minutes' })
  @Refuses(AskForPasskey, () => PROOF_STATUS)
  @ApiCreatedResponse({ type: PasskeyAsked })
  async ask(
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
  ): Promise<PasskeyAsked> {
    const origin = this.origin.must(arrived.headers);
    const command = { session, origin, ...this.sources.of(arrived) };
    return settle(await this.services.send(AskForPasskey, command, envelope), PROOF_STATUS);
  }

  @Post('passkey')
  @ApiOperation({ summary: 'Proves it with a passkey: what its browser answered, as `toJSON()` has it' })
  @Sends(PasskeyProof, 'passkey')
  @Refuses(ProveByPasskey, () => PROOF_STATUS)
  @ApiCreatedResponse({ type: SessionBegun })
  async byPasskey(
    @Body() passkey: PasskeyProof,
    @Held() session: Sha256,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const origin = this.origin.must(arrived.headers);
    const command = { session, origin, passkey, ...this.sources.of(arrived) };
    return this.proved(answering, await this.services.send(ProveByPasskey, command, envelope));
  }

  private proved(answering: Answering, outcome: Outcome<ProofRejection, Begun>): SessionBegun {
    return this.handing.over(answering, settle(outcome, PROOF_STATUS));
  }
}

export const PROOF_STATUS: Readonly<Record<ProofRejection, HttpStatus>> = {
  'no-such-session': HttpStatus.UNAUTHORIZED,
  'not-this-step': HttpStatus.CONFLICT,
  'wrong-code': HttpStatus.UNPROCESSABLE_ENTITY,
  'wrong-credentials': HttpStatus.UNPROCESSABLE_ENTITY,
  'passkey-not-accepted': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-passkeys-here': HttpStatus.CONFLICT,
  'too-many-attempts': HttpStatus.TOO_MANY_REQUESTS,
};
