import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { Reading } from '@redress/contracts/query';
import {
  type ObjectingRejection,
  PublicObjection,
  RaiseObjection,
  ReadObjection,
} from '@redress/contracts/rectification/object-to-close-out';
import { PublicNotice, ReadNotice, ReadNotices } from '@redress/contracts/rectification/public-notice';
import { ObjectionRef, TaskRef } from '@redress/contracts/rectification/refs';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, Open } from '../session/session.guard.js';

export class Objecting extends PickType(RaiseObjection, ['text']) {}

/** What everybody may see and say before a line is struck off, without saying who they are. */
@ApiTags('notices')
@Controller('notices')
@Open()
export class NoticesController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'What is on public notice today, what ends first before the others' })
  @ApiOkResponse({ type: ReadNotices.reply })
  async list(@Query() query: ReadNotices, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadNotices, query, actor));
  }

  @Get(':taskId')
  @ApiOperation({ summary: 'The public notice of a task, as long as what it shows stands' })
  @ApiOkResponse({ type: PublicNotice })
  async read(
    @Param() { taskId }: TaskRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<PublicNotice> {
    return found(await this.services.ask(ReadNotice, { taskId, ...reading }, actor));
  }

  @Put(':taskId/objections/:objectionId')
  @ApiOperation({
    summary: 'Objects to the closing of a task on notice, under an id made up for it; who does is not kept',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(RaiseObjection, () => STATUS)
  async object(
    @Param() { taskId, objectionId }: ObjectionRef,
    @Body() { text }: Objecting,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, objectionId, text };
    return settle(await this.services.send(RaiseObjection, command, envelope), STATUS);
  }

  @Get(':taskId/objections/:objectionId')
  @ApiOperation({ summary: 'What became of an objection, for whoever has its id' })
  @ApiOkResponse({ type: PublicObjection })
  async follow(
    @Param() { taskId, objectionId }: ObjectionRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<PublicObjection> {
    return found(await this.services.ask(ReadObjection, { taskId, objectionId, ...reading }, actor));
  }
}

const STATUS: Readonly<Record<ObjectingRejection, HttpStatus>> = {
  'no-such-notice': HttpStatus.NOT_FOUND,
  'notice-is-over': HttpStatus.CONFLICT,
  'notice-is-full': HttpStatus.CONFLICT,
  'objection-id-is-taken': HttpStatus.CONFLICT,
};
