import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Session } from '@redress/contracts/directory/who-acts';
import { SignedIn } from './session.guard.js';

@ApiTags('tokens')
@Controller('me')
export class MeController {
  /** Who the token says you are, today. */
  @Get()
  @ApiOkResponse({ type: Session })
  me(@SignedIn() session: Session): Session {
    return session;
  }
}
