import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { PersonRef, type PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import { Envelope } from '@redress/contracts/envelope';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Naming extends PickType(RegisterPerson, ['name']) {}

@ApiTags('organisation')
@Controller('people')
export class PeopleController {
  constructor(private readonly services: Services) {}

  @Put(':rosterNumber')
  @ApiOperation({ summary: 'Registers a person under a roster number, or names one anew' })
  @ApiOkResponse({ type: Written })
  @Refuses(RegisterPerson, () => STATUS)
  async register(
    @Param() { rosterNumber }: PersonRef,
    @Body() { name }: Naming,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RegisterPerson, { rosterNumber, name }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<PersonRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
};
