import { Controller, Delete, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Session } from '@redress/contracts/directory/who-acts';
import { Envelope } from '@redress/contracts/envelope';
import {
  EndMySessions,
  EndSession,
  ListSessions,
  SessionRef,
  SessionRows,
} from '@redress/contracts/identity/sessions';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Acting, SignedIn } from '../session/session.guard.js';
import { type Answering, Handing } from './begun.js';
import { SESSION_STATUS } from './session.controller.js';

@ApiTags('sign-in')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly browsers: BrowserSessions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Where whoever asks is signed in' })
  @ApiOkResponse({ type: SessionRows })
  async list(@SignedIn() { actor }: Session): Promise<SessionRows> {
    const { person } = actor;
    return person ? found(await this.services.ask(ListSessions, { person }, actor)) : { rows: [] };
  }

  @Delete(':sessionId')
  @ApiOperation({ summary: 'Ends one session of whoever asks' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndSession, () => SESSION_STATUS)
  async end(@Param() { sessionId }: SessionRef, @Acting() envelope: Envelope): Promise<Written> {
    const written = settle(await this.services.send(EndSession, { sessionId }, envelope), SESSION_STATUS);
    this.browsers.forget((session) => session.tokenId === sessionId);
    return written;
  }

  @Delete()
  @ApiOperation({ summary: 'Ends all sessions of whoever asks, but for the one that is named' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndMySessions, () => SESSION_STATUS)
  async endAll(
    @Query() { except }: EndMySessions,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<Written> {
    const command = { ...(except !== undefined && { except }) };
    const written = settle(await this.services.send(EndMySessions, command, envelope), SESSION_STATUS);
    this.browsers.forget((session) => session.actor.person === envelope.actor.person);
    if (except === undefined) this.handing.back(answering);
    return written;
  }
}
