import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  HttpStatus,
  Injectable,
  Optional,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Envelope } from '@redress/contracts/envelope';
import type { Sha256 } from '@redress/contracts/values';
import { Problem } from '@redress/edge/problems';
import { Clock } from '@redress/eventsourcing/clock';
import { isOfSomebody } from '../http/scopes.js';
import { Browsers } from './browsers.js';
import { type Asked, envelopeOf } from './envelope.js';
import { Sessions } from './sessions.js';

type Request = {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Asked['headers'];
  readonly body?: unknown;
  session?: Session;
  held?: Sha256;
  envelope?: Envelope;
};

const OPEN = 'open';
export const SIGNS_IN = 'signs-in';
export const BY_HOLDER = 'by-holder';

/** A route that needs no token. A token that is sent all the same must be valid, and then says who acts. */
export const Open = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(OPEN, true), ApiExtension('x-open', true));

/** An open route at which people sign in: whoever is signed in already counts for nothing there, and only our pages use it. */
export const SignsIn = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(SIGNS_IN, true), Open());

/**
 * A route for whoever holds the cookie of a session, also of one that is half-way or has to be proved anew: identity says what it is
 * good for. A token is good for nothing there.
 */
export const ByHolder = (): ClassDecorator & MethodDecorator =>
  applyDecorators(SetMetadata(BY_HOLDER, true), ApiExtension('x-by-holder', true));

const noToken = (): Problem => new Problem('no-token', HttpStatus.UNAUTHORIZED);

/** The only place where a request becomes an envelope. Nothing in it was written by the client. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly reflector: Reflector,
    /** Without them nobody signs in with a browser. */
    @Optional() private readonly browsers?: Browsers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { method, url, headers, body } = request;
    const asked = { method, path: url.split('?')[0] ?? '', headers, body };
    if (this.isMarked(BY_HOLDER, context)) {
      const held = headers['authorization'] === undefined ? this.browsers?.heldIn(request) : undefined;
      if (!held) throw noToken();
      request.held = held;
      request.envelope = envelopeOf({ ...asked, holder: held }, undefined, this.clock.now());
      return true;
    }
    const signsIn = this.isMarked(SIGNS_IN, context);
    if (signsIn) this.browsers?.mustBeOurs(request);
    const session = await this.sessionIn(headers['authorization'], signsIn ? undefined : request);
    if (!session && !this.isMarked(OPEN, context)) throw noToken();
    if (session) request.session = session;
    request.envelope = envelopeOf(asked, session, this.clock.now());
    if (session) isOfSomebody(request.id, request.envelope);
    return true;
  }

  private isMarked(mark: string, context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(mark, places) ?? false;
  }

  /** By a token, which is said; else by a cookie, which a browser sends whether or not its user wants it. */
  private async sessionIn(
    authorization: string | undefined,
    browsed: Request | undefined,
  ): Promise<Session | undefined> {
    if (authorization === undefined) return browsed && this.browsers?.sessionIn(browsed);
    const [, token] = /^Bearer ([\w.~+/-]{1,512}=*)$/i.exec(authorization) ?? [];
    const session = token === undefined ? undefined : await this.sessions.sessionOf(token);
    if (!session) throw noToken();
    return session;
  }
}

/** Hands the envelope to a route: who acts, when, and why. */
export const Acting = createParamDecorator((_: unknown, context: ExecutionContext): Envelope => {
  const { envelope } = context.switchToHttp().getRequest<Request>();
  if (!envelope) throw noToken();
  return envelope;
});

/** Hands the SHA-256 of what a browser holds to a route for holders. */
export const Held = createParamDecorator((_: unknown, context: ExecutionContext): Sha256 => {
  const { held } = context.switchToHttp().getRequest<Request>();
  if (!held) throw noToken();
  return held;
});

/** Hands the session to a route that is not open. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const { session } = context.switchToHttp().getRequest<Request>();
  if (!session) throw noToken();
  return session;
});
