import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Session } from '@redress/contracts/directory/who-acts';
import { SignedIn } from './session.guard.js';

@ApiTags('tokens')
@Controller('me')
export class MeController {
  @Get()
  @ApiOperation({ summary: 'Who the token says you are, today' })
  @ApiOkResponse({ type: Session })
  me(@SignedIn() session: Session): Session {
    return session;
  }
}
