import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
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
    const outcome = await this.services.send(SetUp, command, envelope);
    const { rosterNumber, name } = command;
    const isNew = 'rejected' in outcome && outcome.rejected === 'no-such-person' && name !== undefined;
    if (!isNew) return settle(outcome, STATUS);
    await this.register({ rosterNumber, name }, envelope);
    return settle(await this.services.send(SetUp, command, envelope), STATUS);
  }

  @Post('invitations/acceptance')
  @ApiOperation({ summary: 'Opens the account that an invitation is for, or sets its password anew' })
  @ApiCreatedResponse({ type: Written })
  @Refuses(AcceptInvitation, () => STATUS)
  async accept(@Body() command: AcceptInvitation, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(AcceptInvitation, command, envelope), STATUS);
  }

  /** By the operator, whose token is good, or it would have been refused before. */
  private async register(person: RegisterPerson, envelope: Envelope): Promise<void> {
    const actor = { role: 'operator' } as const;
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
