import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { type PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import { Envelope } from '@redress/contracts/envelope';
import { IsText, MayBeAbsent } from '@redress/contracts/fields';
import {
  AcceptRegistration,
  ListRegistrations,
  RefuseRegistration,
  RegistrationRef,
  RegistrationView,
  SeeRegistration,
} from '@redress/contracts/identity/registrations';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { KnownNames } from '../names/known-names.js';
import { Acting } from '../session/session.guard.js';
import { STATUS } from './status.js';

export class RefusalOfRegistration extends PickType(RefuseRegistration, ['reason']) {}

export class RegistrationCompared extends RegistrationView {
  /** What whoever has the number is called here, as far as the reader may know it. */
  @MayBeAbsent() @IsText(100) readonly registeredAs?: string;
}

@ApiTags('registrations')
@Controller('registrations')
export class RegistrationDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'Who asks to be registered; what they typed, only while it waits' })
  @ApiOkResponse({ type: ListRegistrations.reply })
  async list(@Query() query: ListRegistrations, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListRegistrations, query, actor));
  }

  @Get(':registrationId')
  @ApiOperation({ summary: 'A request to be registered, and what is known here of that number' })
  @ApiOkResponse({ type: RegistrationCompared })
  async see(@Param() request: RegistrationRef, @Acting() { actor }: Envelope): Promise<RegistrationCompared> {
    const seen = found(await this.services.ask(SeeRegistration, request, actor));
    if (seen.registered === undefined) return seen;
    const names = new KnownNames(this.services, actor);
    await names.learn([], [seen.registered]);
    const registeredAs = names.person(seen.registered);
    return { ...seen, ...(registeredAs !== '' && { registeredAs }) };
  }

  @Put(':registrationId/acceptance')
  @ApiOperation({
    summary:
      'Says that who asked is whom the roster has: they are registered, if they were not, and may open an account',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(AcceptRegistration, () => STATUS)
  async accept(@Param() request: RegistrationRef, @Acting() envelope: Envelope): Promise<Written> {
    const outcome = await this.services.send(AcceptRegistration, request, envelope);
    const isNew = 'rejected' in outcome && outcome.rejected === 'no-such-person';
    if (!isNew || !(await this.register(request, envelope))) return settle(outcome, STATUS);
    return settle(await this.services.send(AcceptRegistration, request, envelope), STATUS);
  }

  @Put(':registrationId/refusal')
  @ApiOperation({ summary: 'Refuses a request to be registered; who asked is told the reason' })
  @ApiBody({
    type: RefusalOfRegistration,
    examples: { reason: { value: { reason: 'The roster has another name under this number' } } },
  })
  @ApiOkResponse({ type: Written })
  @Refuses(RefuseRegistration, () => STATUS)
  async refuse(
    @Param() { registrationId }: RegistrationRef,
    @Body() { reason }: RefusalOfRegistration,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { registrationId, reason };
    return settle(await this.services.send(RefuseRegistration, command, envelope), STATUS);
  }

  /** As whoever accepts it, under the name that was typed; whoever has the number already keeps their own. */
  private async register(
    request: RegistrationRef,
    { expectedRevision: _ofTheRequest, ...envelope }: Envelope,
  ): Promise<boolean> {
    // Nobody is shown it.
    const seen = found(await this.services.ask(SeeRegistration, request, { role: 'system' }));
    const { rosterNumber, name, registered } = seen;
    if (rosterNumber === undefined || name === undefined || registered !== undefined) return false;
    settle(await this.services.send(RegisterPerson, { rosterNumber, name }, envelope), REGISTERING);
    return true;
  }
}

const REGISTERING: Readonly<Record<PersonRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
};
