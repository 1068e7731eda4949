import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import {
  EndHolding,
  HoldingRef,
  LeavePost,
  ListPosts,
  type PostRejection,
  PostRef,
  RecordPost,
  TakePost,
} from '@redress/contracts/directory/posts';
import { Envelope } from '@redress/contracts/envelope';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class PostAsOf extends PickType(RecordPost, ['unit', 'title', 'role', 'heads', 'from']) {}
export class HoldingDays extends PickType(TakePost, ['from', 'until']) {}
export class HeldBy extends PickType(EndHolding, ['code', 'person']) {}
export class Leaving extends PickType(LeavePost, ['until']) {}

@ApiTags('organisation')
@Controller('posts')
export class PostsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The posts of a day, and who holds them' })
  @ApiOkResponse({ type: ListPosts.reply })
  async list(@Query() query: ListPosts, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListPosts, query, actor));
  }

  @Put(':code')
  @ApiOperation({ summary: 'Records a post, or from a later day its other title, role or unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(RecordPost, () => STATUS)
  async record(
    @Param() { code }: PostRef,
    @Body() post: PostAsOf,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RecordPost, { code, ...post }, envelope), STATUS);
  }

  @Put(':code/holders/:rosterNumber')
  @ApiOperation({ summary: 'Has a person hold a post from a day on' })
  @ApiOkResponse({ type: Written })
  @Refuses(TakePost, () => STATUS)
  async take(
    @Param() { code, rosterNumber }: HoldingRef,
    @Body() holding: HoldingDays,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(TakePost, { code, rosterNumber, ...holding }, envelope), STATUS);
  }

  @Delete(':code/holders/:rosterNumber')
  @ApiOperation({ summary: 'Ends on a day that a person holds a post' })
  @ApiOkResponse({ type: Written })
  @Refuses(LeavePost, () => STATUS)
  async leave(
    @Param() { code, rosterNumber }: HoldingRef,
    @Body() { until }: Leaving,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(LeavePost, { code, rosterNumber, until }, envelope), STATUS);
  }

  @Delete(':code/holdings/:person')
  @ApiOperation({ summary: 'Ends today that somebody, known by their id, holds a post' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndHolding, () => STATUS)
  async end(@Param() holding: HeldBy, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(EndHolding, holding, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<PostRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
  'no-such-post': HttpStatus.NOT_FOUND,
  'no-such-unit': HttpStatus.UNPROCESSABLE_ENTITY,
  'unit-not-there-then': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-person': HttpStatus.NOT_FOUND,
  'post-is-another': HttpStatus.CONFLICT,
  'before-the-post': HttpStatus.UNPROCESSABLE_ENTITY,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'already-held-then': HttpStatus.CONFLICT,
  'does-not-hold-it': HttpStatus.CONFLICT,
  'holding-ended-otherwise': HttpStatus.CONFLICT,
  'person-has-left': HttpStatus.CONFLICT,
};
