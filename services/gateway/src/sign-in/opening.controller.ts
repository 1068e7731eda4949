import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { personIdOf } from '@redress/contracts/directory/ids';
import { type PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import { Envelope } from '@redress/contracts/envelope';
import { AcceptInvitation, type OpeningRejection, SetUp } from '@redress/contracts/identity/invitations';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, SignsIn } from '../session/session.guard.js';

/** What lets somebody in is in the body: an address is written down in too many places. */
@ApiTags('sign-in')
@SignsIn()
@Controller()
export class OpeningController {
  constructor(private readonly services: Services) {}

  @Post('set-up')
  @ApiOperation({ summary: 'Opens the first account, with the token that the first start told' })
  @ApiCreatedResponse({ type: Written })
  @Refuses(SetUp, () => STATUS)
  async setUp(@Body() command: SetUp, @Acting() envelope: Envelope): Promise<Written> {
    const written = settle(await this.services.send(SetUp, command, envelope), STATUS);
    const { rosterNumber, name } = command;
    if (name !== undefined) await this.register({ rosterNumber, name }, envelope);
    return written;
  }

  @Post('invitations/acceptance')
  @ApiOperation({ summary: 'Opens the account that an invitation is for, or sets its password anew' })
  @ApiCreatedResponse({ type: Written })
  @Refuses(AcceptInvitation, () => STATUS)
  async accept(@Body() command: AcceptInvitation, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(AcceptInvitation, command, envelope), STATUS);
  }

  /** By the operator whom the token has just made. */
  private async register(person: RegisterPerson, envelope: Envelope): Promise<void> {
    const actor = { role: 'operator', person: personIdOf(person.rosterNumber) } as const;
    settle(await this.services.send(RegisterPerson, person, { ...envelope, actor }), REGISTERING);
  }
}

const REGISTERING: Readonly<Record<PersonRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
};

const STATUS: Readonly<Record<OpeningRejection, HttpStatus>> = {
  'no-such-invitation': HttpStatus.NOT_FOUND,
  'set-up-already': HttpStatus.NOT_FOUND,
  'no-such-person': HttpStatus.UNPROCESSABLE_ENTITY,
  'account-locked': HttpStatus.CONFLICT,
  'password-too-short': HttpStatus.UNPROCESSABLE_ENTITY,
  'password-too-simple': HttpStatus.UNPROCESSABLE_ENTITY,
  'too-many-attempts': HttpStatus.TOO_MANY_REQUESTS,
};
