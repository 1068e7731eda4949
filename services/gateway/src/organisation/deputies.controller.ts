import { Body, Controller, Delete, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import {
  DeputyRef,
  type DeputyRejection,
  DismissDeputy,
  NameDeputy,
} from '@redress/contracts/directory/deputies';
import { Envelope } from '@redress/contracts/envelope';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Deputy extends PickType(NameDeputy, ['rosterNumber', 'from', 'until']) {}

@ApiTags('organisation')
@Controller('posts/:code/deputies/:deputyId')
export class DeputiesController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({ summary: 'Has somebody act in a post for whoever holds it, for some days' })
  @ApiOkResponse({ type: Written })
  @Refuses(NameDeputy, () => STATUS)
  async name(
    @Param() { code, deputyId }: DeputyRef,
    @Body() deputy: Deputy,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(NameDeputy, { code, deputyId, ...deputy }, envelope), STATUS);
  }

  @Delete()
  @ApiOperation({ summary: 'Ends that somebody acts in a post for another, from now on' })
  @ApiOkResponse({ type: Written })
  @Refuses(DismissDeputy, () => STATUS)
  async dismiss(@Param() { code, deputyId }: DeputyRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(DismissDeputy, { code, deputyId }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<DeputyRejection, HttpStatus>> = {
  'may-not-name-deputies': HttpStatus.FORBIDDEN,
  'no-such-post': HttpStatus.NOT_FOUND,
  'no-such-person': HttpStatus.UNPROCESSABLE_ENTITY,
  'person-has-left': HttpStatus.CONFLICT,
  'nobody-holds-it-then': HttpStatus.UNPROCESSABLE_ENTITY,
  'deputy-holds-it': HttpStatus.UNPROCESSABLE_ENTITY,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'begins-in-the-past': HttpStatus.UNPROCESSABLE_ENTITY,
  'deputy-for-too-long': HttpStatus.UNPROCESSABLE_ENTITY,
  'another-deputy-then': HttpStatus.CONFLICT,
  'deputy-id-of-another': HttpStatus.CONFLICT,
  'no-such-deputy': HttpStatus.NOT_FOUND,
};
