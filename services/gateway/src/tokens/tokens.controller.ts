import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { ListTokens } from '@redress/contracts/directory/token-list';
import {
  IssuedToken,
  IssueToken,
  RevokeToken,
  RotateToken,
  TokenRef,
  type TokenRejection,
} from '@redress/contracts/directory/tokens';
import { Envelope } from '@redress/contracts/envelope';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Rotation extends PickType(RotateToken, ['expiresAt', 'overlapHours']) {}
export class Revocation extends PickType(RevokeToken, ['reason']) {}

@ApiTags('tokens')
@Controller('tokens')
export class TokensController {
  constructor(private readonly services: Services) {}

  @Post()
  @ApiOperation({
    summary: 'Issues a token to whoever holds the post today; its text is told here and kept nowhere',
  })
  @ApiCreatedResponse({ type: IssuedToken })
  @Refuses(IssueToken, () => STATUS)
  async issue(@Body() command: IssueToken, @Acting() envelope: Envelope): Promise<IssuedToken> {
    return settle(await this.services.send(IssueToken, command, envelope), STATUS);
  }

  @Get()
  @ApiOperation({
    summary:
      'Which tokens there are, who issued them, to do what, and when they were last used; never their texts',
  })
  @ApiOkResponse({ type: ListTokens.reply })
  async list(@Query() query: ListTokens, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListTokens, query, actor));
  }

  @Post(':tokenId/rotation')
  @ApiOperation({ summary: 'Issues the successor of a token; for some hours both are good' })
  @ApiCreatedResponse({ type: IssuedToken })
  @Refuses(RotateToken, () => STATUS)
  async rotate(
    @Param() { tokenId }: TokenRef,
    @Body() rotation: Rotation,
    @Acting() envelope: Envelope,
  ): Promise<IssuedToken> {
    return settle(await this.services.send(RotateToken, { tokenId, ...rotation }, envelope), STATUS);
  }

  @Delete(':tokenId')
  @ApiOperation({ summary: 'Ends a token: at once for new callers, within five seconds for all' })
  @ApiOkResponse({ type: Written })
  @Refuses(RevokeToken, () => STATUS)
  async revoke(
    @Param() { tokenId }: TokenRef,
    @Body() { reason }: Revocation,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RevokeToken, { tokenId, reason }, envelope), STATUS);
  }
}

export const STATUS: Readonly<Record<TokenRejection, HttpStatus>> = {
  'not-the-operator': HttpStatus.FORBIDDEN,
  'no-such-post': HttpStatus.UNPROCESSABLE_ENTITY,
  'does-not-hold-it': HttpStatus.UNPROCESSABLE_ENTITY,
  'expires-in-the-past': HttpStatus.UNPROCESSABLE_ENTITY,
  'expires-too-late': HttpStatus.UNPROCESSABLE_ENTITY,
  'key-used-for-another': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-token': HttpStatus.NOT_FOUND,
  'token-is-revoked': HttpStatus.CONFLICT,
  'token-has-expired': HttpStatus.CONFLICT,
  'token-is-replaced': HttpStatus.CONFLICT,
};
