import { Body, Controller, Delete, Get, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { DepartPerson, type LeaverRejection, ReturnPerson } from '@redress/contracts/directory/leavers';
import {
  PersonRef,
  type PersonRejection,
  Registered,
  RegisterPerson,
} from '@redress/contracts/directory/people';
import { FindByNumber, KnownPerson } from '@redress/contracts/directory/standing';
import { Envelope } from '@redress/contracts/envelope';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Naming extends PickType(RegisterPerson, ['name']) {}

@ApiTags('organisation')
@Controller('people')
export class PeopleController {
  constructor(private readonly services: Services) {}

  @Get(':rosterNumber')
  @ApiOperation({ summary: 'Under which id the person with a roster number is known' })
  @ApiOkResponse({ type: KnownPerson })
  async find(@Param() person: PersonRef, @Acting() { actor }: Envelope): Promise<KnownPerson> {
    return found(await this.services.ask(FindByNumber, person, actor));
  }

  @Put(':rosterNumber')
  @ApiOperation({ summary: 'Registers a person under a roster number, or names one anew' })
  @ApiOkResponse({ type: Registered })
  @Refuses(RegisterPerson, () => STATUS)
  async register(
    @Param() { rosterNumber }: PersonRef,
    @Body() { name }: Naming,
    @Acting() envelope: Envelope,
  ): Promise<Registered> {
    return settle(await this.services.send(RegisterPerson, { rosterNumber, name }, envelope), STATUS);
  }

  @Put(':rosterNumber/departure')
  @ApiOperation({
    summary: 'Has a person leave the organisation: all posts, deputies, tokens and sessions end at once',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(DepartPerson, () => LEAVER_STATUS)
  async depart(@Param() person: PersonRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(DepartPerson, person, envelope), LEAVER_STATUS);
  }

  @Delete(':rosterNumber/departure')
  @ApiOperation({ summary: 'Has a person who left be back, without any post' })
  @ApiOkResponse({ type: Written })
  @Refuses(ReturnPerson, () => LEAVER_STATUS)
  async return(@Param() person: PersonRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(ReturnPerson, person, envelope), LEAVER_STATUS);
  }
}

const LEAVER_STATUS: Readonly<Record<LeaverRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
  'no-such-person': HttpStatus.NOT_FOUND,
};

const STATUS: Readonly<Record<PersonRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
};
