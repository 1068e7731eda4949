import { randomUUID } from 'node:crypto';
import { Body, Controller, Headers, HttpCode, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { Invitation } from '@redress/contracts/identity/invitations';
import {
  Asked,
  AskToRegister,
  FetchInvitation,
  FollowRegistration,
  RegistrationRef,
  RegistrationState,
} from '@redress/contracts/identity/registrations';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, Open } from '../session/session.guard.js';
import { STATUS } from './status.js';

export class WhoAsks extends PickType(AskToRegister, ['rosterNumber', 'name']) {}
/** In the body: an address is written down in too many places. */
export class RegistrationCode extends PickType(FetchInvitation, ['code']) {}

// What is sent, for whoever reads the documentation. The code is nobody's.
const TYPED = { typed: { value: { rosterNumber: 'S-20260417', name: '张三' } } };
const CODE = { code: { value: { code: 'rdq_Xk1m7t0c2Qm6xN3tq5YhV1QpZ8rB4sD9fG2hJ6kL0wE' } } };

@ApiTags('registrations')
@Controller('registrations/:registrationId')
@Open()
export class RegistrationsController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({
    summary:
      'Asks to be registered; the code is told here and kept nowhere, and told again for the same `Idempotency-Key` while the request waits',
  })
  @ApiBody({ type: WhoAsks, examples: TYPED })
  @ApiOkResponse({ type: Asked })
  @Refuses(AskToRegister, () => STATUS)
  async ask(
    @Param() { registrationId }: RegistrationRef,
    @Body() typed: WhoAsks,
    @Acting() envelope: Envelope,
    @Headers('idempotency-key') key: string = randomUUID(),
  ): Promise<Asked> {
    const command = { registrationId, key, ...typed };
    return settle(await this.services.send(AskToRegister, command, envelope), STATUS);
  }

  @Post('state')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'How a request to be registered stands, for whoever has its code' })
  @ApiBody({ type: RegistrationCode, examples: CODE })
  @ApiOkResponse({ type: RegistrationState })
  @Refuses({ 'not-found': HttpStatus.NOT_FOUND })
  async follow(
    @Param() { registrationId }: RegistrationRef,
    @Body() { code }: RegistrationCode,
  ): Promise<RegistrationState> {
    const asked = { registrationId, code };
    return found(await this.services.ask(FollowRegistration, asked, { role: 'submitter' }));
  }

  @Post('invitation')
  @ApiOperation({
    summary: 'Hands the invitation over that a request led to, once; with it an account is opened',
  })
  @ApiBody({ type: RegistrationCode, examples: CODE })
  @ApiCreatedResponse({ type: Invitation })
  @Refuses(FetchInvitation, () => STATUS)
  async fetch(
    @Param() { registrationId }: RegistrationRef,
    @Body() { code }: RegistrationCode,
    @Acting() envelope: Envelope,
  ): Promise<Invitation> {
    return settle(await this.services.send(FetchInvitation, { registrationId, code }, envelope), STATUS);
  }
}
