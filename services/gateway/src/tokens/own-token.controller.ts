import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IssuedToken, RotateOwnToken } from '@redress/contracts/directory/tokens';
import { Session } from '@redress/contracts/directory/who-acts';
import { Envelope } from '@redress/contracts/envelope';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, SignedIn } from '../session/session.guard.js';
import { Rotation, STATUS } from './tokens.controller.js';

@ApiTags('tokens')
@Controller('me/token')
export class OwnTokenController {
  constructor(private readonly services: Services) {}

  /** Which token it is, is said by the token with which it is asked; that of a session is none. */
  @Post('rotation')
  @ApiOperation({
    summary: 'Issues the successor of the token with which it is asked; for some hours both are good',
  })
  @ApiCreatedResponse({ type: IssuedToken })
  @Refuses(RotateOwnToken, () => STATUS)
  async rotate(
    @Body() rotation: Rotation,
    @SignedIn() { tokenId }: Session,
    @Acting() envelope: Envelope,
  ): Promise<IssuedToken> {
    return settle(await this.services.send(RotateOwnToken, { tokenId, ...rotation }, envelope), STATUS);
  }
}
