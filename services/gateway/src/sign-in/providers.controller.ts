import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { IsAnything, MayBeAbsent } from '@redress/contracts/fields';
import {
  BeginAtProvider,
  EndAtProvider,
  FinishAtProvider,
  ListProviders,
  ProviderRef,
  type ProviderRejection,
  ProviderRows,
} from '@redress/contracts/identity/providers';
import { found, Problem, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { TakesForm } from '../http/form-body.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Cookies } from '../session/cookies.js';
import { Origin } from '../session/origin.js';
import { Acting, Open, SignsIn } from '../session/session.guard.js';
import { type Answering, Handing } from './begun.js';
import { type Arrived, From, QueryText, Sources } from './source.js';

export class Where {
  /** A path of ours, where the browser goes in the end. */
  @MayBeAbsent() @IsAnything(500) readonly returnTo?: string;
}

export class LogoutForm {
  @IsAnything(10_000) readonly logout_token!: string;
}

export class Redirected {
  @ApiProperty({ type: String }) readonly location!: string;
}

/** A path, and nothing that a browser would take for another host. */
const isOurs = (path: string): boolean => /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path);

@ApiTags('sign-in')
@Controller('providers')
export class ProvidersController {
  constructor(
    private readonly services: Services,
    private readonly origin: Origin,
    private readonly cookies: Cookies,
    private readonly handing: Handing,
    private readonly sources: Sources,
    private readonly browsers: BrowserSessions,
  ) {}

  @Get()
  @SignsIn()
  @ApiOperation({ summary: 'The OpenID providers at which people may sign in' })
  @ApiOkResponse({ type: ProviderRows })
  async list(@Acting() { actor }: Envelope): Promise<ProviderRows> {
    return found(await this.services.ask(ListProviders, {}, actor));
  }

  @Get(':provider/sign-in')
  @SignsIn()
  @HttpCode(HttpStatus.SEE_OTHER)
  @ApiOperation({ summary: 'Sends a browser to a provider to sign in' })
  @ApiResponse({ status: HttpStatus.SEE_OTHER, type: Redirected })
  @Refuses(BeginAtProvider, () => STATUS)
  @Refuses({ 'not-a-path-of-ours': HttpStatus.UNPROCESSABLE_ENTITY, 'no-sign-in-here': HttpStatus.FORBIDDEN })
  async begin(
    @Param() { provider }: ProviderRef,
    @Query() { returnTo = '/' }: Where,
    @From() { headers }: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<Redirected> {
    if (!isOurs(returnTo)) throw new Problem('not-a-path-of-ours', HttpStatus.UNPROCESSABLE_ENTITY);
    const command = { provider, returnTo, origin: this.origin.must(headers) };
    const { url, ticket } = settle(await this.services.send(BeginAtProvider, command, envelope), STATUS);
    answering.header('set-cookie', this.cookies.written('provider', ticket));
    return to(answering, url);
  }

  @Get(':provider/callback')
  @SignsIn()
  @HttpCode(HttpStatus.SEE_OTHER)
  @ApiOperation({ summary: 'Where a provider sends a browser back to; begins the session' })
  @ApiResponse({ status: HttpStatus.SEE_OTHER, type: Redirected })
  @Refuses(FinishAtProvider, () => STATUS)
  async finish(
    @Param() { provider }: ProviderRef,
    @QueryText() query: string,
    @From() arrived: Arrived,
    @Acting() envelope: Envelope,
    @Res({ passthrough: true }) answering: Answering,
  ): Promise<Redirected> {
    const { headers } = arrived;
    const ticket = this.cookies.read(headers['cookie'], 'provider');
    if (ticket === undefined) throw new Problem('sign-in-not-begun-here', HttpStatus.FORBIDDEN);
    const { device } = this.sources.of(arrived);
    const origin = this.origin.must(headers);
    const command = { provider, query, ticket, origin, ...(device !== undefined && { device }) };
    const begun = settle(await this.services.send(FinishAtProvider, command, envelope), STATUS);
    this.handing.over(answering, begun, this.cookies.removed('provider'));
    return to(answering, begun.returnTo);
  }

  @Post(':provider/logout')
  @Open()
  @TakesForm()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'For a provider, which says that somebody signed out there (back-channel logout)',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(EndAtProvider, () => ({ ...STATUS, ...LOGOUT }))
  async end(
    @Param() { provider }: ProviderRef,
    @Body() { logout_token: logoutToken }: LogoutForm,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const written = settle(await this.services.send(EndAtProvider, { provider, logoutToken }, envelope), {
      ...STATUS,
      ...LOGOUT,
    });
    // Whose sessions they were is not said.
    this.browsers.forget(() => true);
    return written;
  }
}

const to = (answering: Answering, location: string): Redirected => {
  answering.header('location', location);
  return { location };
};

const STATUS: Readonly<Record<ProviderRejection, HttpStatus>> = {
  'no-such-provider': HttpStatus.NOT_FOUND,
  'provider-does-not-answer': HttpStatus.BAD_GATEWAY,
  'sign-in-not-begun-here': HttpStatus.FORBIDDEN,
  'provider-refused': HttpStatus.FORBIDDEN,
  'proof-does-not-hold': HttpStatus.FORBIDDEN,
  'nobody-of-that-number': HttpStatus.FORBIDDEN,
  'linked-otherwise': HttpStatus.FORBIDDEN,
  'account-locked': HttpStatus.FORBIDDEN,
};

/** As its protocol has it. */
const LOGOUT = { 'proof-does-not-hold': HttpStatus.BAD_REQUEST } as const;
