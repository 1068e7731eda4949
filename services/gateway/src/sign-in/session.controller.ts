import { Body, Controller, Delete, Get, HttpStatus, Post, Put, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
  PickType,
} from '@nestjs/swagger';
import { FindHeldPosts, HeldPost } from '@redress/contracts/directory/standing';
import { Session } from '@redress/contracts/directory/who-acts';
import { Envelope } from '@redress/contracts/envelope';
import {
  ChangePassword,
  ChoosePost,
  Ended,
  EndSession,
  type SessionRejection,
} from '@redress/contracts/identity/sessions';
import { SignIn, type SignInRejection } from '@redress/contracts/identity/sign-in';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Cookies, csrfTokenOf } from '../session/cookies.js';
import { Origin } from '../session/origin.js';
import { Acting, SignedIn, SignsIn } from '../session/session.guard.js';
import { type Answering, Handing, SessionBegun } from './begun.js';
import { type Arrived, From, Sources } from './source.js';

export class Credentials extends PickType(SignIn, ['rosterNumber', 'password']) {}
export class ActivePost extends PickType(ChoosePost, ['post']) {}
export class NewPassword extends PickType(ChangePassword, ['password', 'newPassword']) {}

export class CurrentSession extends Session {
  /** In which its person may act today. */
  @ApiProperty({ type: [HeldPost] }) readonly posts!: readonly HeldPost[];
  /** For a browser: to be sent as `X-CSRF-Token` with whatever changes something. */
  @ApiProperty({ type: String, required: false }) readonly csrfToken?: string;
}

@ApiTags('sign-in')
@Controller('session')
export class SessionController {
  constructor(
    private readonly services: Services,
    private readonly handing: Handing,
    private readonly sources: Sources,
    private readonly cookies: Cookies,
    private readonly browsers: BrowserSessions,
    private readonly origin: Origin,
  ) {}

  @Post()
  @SignsIn()
  @ApiOperation({ summary: 'Signs in with roster number and password; the session is in a cookie' })
  @ApiCreatedResponse({ type: SessionBegun })
  @Refuses(SignIn, () => SIGN_IN_STATUS)
  async signIn(
    @Body() credentials: Credentials,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { ...credentials, ...this.sources.of(arrived) };
    return this.handing.over(
      answering,
      settle(await this.services.send(SignIn, command, envelope), SIGN_IN_STATUS),
    );
  }

  @Get()
  @ApiOperation({ summary: 'Who is signed in, in which post, and in which posts they may act' })
  @ApiOkResponse({ type: CurrentSession })
  async read(@SignedIn() session: Session, @From() { headers }: Arrived): Promise<CurrentSession> {
    const { person } = session.actor;
    const held = person && found(await this.services.ask(FindHeldPosts, { person }, session.actor));
    const token =
      headers['authorization'] === undefined ? this.cookies.read(headers['cookie'], 'session') : undefined;
    return {
      ...session,
      posts: held ? held.posts : [],
      ...(token !== undefined && { csrfToken: csrfTokenOf(token) }),
    };
  }

  @Put('post')
  @ApiOperation({ summary: 'Acts in this post from now on, or without one in none; the cookie changes' })
  @ApiOkResponse({ type: SessionBegun })
  @Refuses(ChoosePost, () => SESSION_STATUS)
  async choose(
    @Body() { post }: ActivePost,
    @SignedIn() { tokenId: sessionId }: Session,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const command = { sessionId, ...(post !== undefined && { post }) };
    return this.handing.over(
      answering,
      settle(await this.services.send(ChoosePost, command, envelope), SESSION_STATUS),
    );
  }

  @Put('password')
  @ApiOperation({ summary: 'Sets another password; all other sessions of its person end' })
  @ApiOkResponse({ type: SessionBegun })
  @Refuses(ChangePassword, () => SESSION_STATUS)
  async changePassword(
    @Body() passwords: NewPassword,
    @From() arrived: Arrived,
    @SignedIn() { tokenId: sessionId, actor }: Session,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<SessionBegun> {
    const { source } = this.sources.of(arrived);
    const command = { ...passwords, sessionId, source };
    const begun = settle(await this.services.send(ChangePassword, command, envelope), SESSION_STATUS);
    this.browsers.forget((session) => session.actor.person === actor.person);
    return this.handing.over(answering, begun);
  }

  @Delete()
  @ApiOperation({ summary: 'Signs out, and takes the cookie back' })
  @ApiOkResponse({ type: Ended })
  @Refuses(EndSession, () => SESSION_STATUS)
  async signOut(
    @SignedIn() { tokenId: sessionId }: Session,
    @From() { headers }: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<Ended> {
    const origin = this.origin.of(headers);
    const command = { sessionId, ...(origin !== undefined && { origin }) };
    const written = settle(await this.services.send(EndSession, command, envelope), SESSION_STATUS);
    this.browsers.forget((session) => session.tokenId === sessionId);
    this.handing.back(answering);
    return written;
  }
}

const SIGN_IN_STATUS: Readonly<Record<SignInRejection, HttpStatus>> = {
  'wrong-credentials': HttpStatus.UNAUTHORIZED,
  'too-many-attempts': HttpStatus.TOO_MANY_REQUESTS,
};

export const SESSION_STATUS: Readonly<Record<SessionRejection, HttpStatus>> = {
  ...SIGN_IN_STATUS,
  'wrong-credentials': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-session': HttpStatus.NOT_FOUND,
  'does-not-hold-it': HttpStatus.UNPROCESSABLE_ENTITY,
  'password-too-short': HttpStatus.UNPROCESSABLE_ENTITY,
  'password-too-simple': HttpStatus.UNPROCESSABLE_ENTITY,
};
