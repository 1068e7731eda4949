import { HttpStatus, Injectable } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Sha256 } from '@redress/contracts/values';
import { Problem } from '@redress/edge/problems';
import { BrowserSessions } from './browser-sessions.js';
import { Cookies, isCsrfToken } from './cookies.js';
import type { Asked } from './envelope.js';
import { Origin } from './origin.js';
import { sha256Of } from './remembered-sessions.js';

const READS = ['GET', 'HEAD', 'OPTIONS'];

/** People with a browser, which sends what it is known by whether or not its user wants that. */
@Injectable()
export class Browsers {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly cookies: Cookies,
    private readonly origin: Origin,
  ) {}

  /**
   * The session of a request; a cookie that is good for nothing any more is as none.
   * @throws Problem when the request changes something and does not come from a page of ours.
   */
  async sessionIn(request: Pick<Asked, 'method' | 'headers'>): Promise<Session | undefined> {
    const token = this.cookies.read(request.headers['cookie'], 'session');
    const session = token === undefined ? undefined : await this.sessions.sessionOf(token);
    if (session && token !== undefined) this.mustBeOurPage(request, token);
    return session;
  }

  /**
   * The hash of what a browser holds of a session, whatever that is good for.
   * @throws Problem when the request changes something and does not come from a page of ours.
   */
  heldIn(request: Pick<Asked, 'method' | 'headers'>): Sha256 | undefined {
    const token = this.cookies.read(request.headers['cookie'], 'session');
    if (token === undefined) return undefined;
    this.mustBeOurPage(request, token);
    return sha256Of(token);
  }

  /** @throws Problem when a page of somebody else made the browser send it. */
  mustBeOurs({ method, headers }: Pick<Asked, 'method' | 'headers'>): void {
    if (!READS.includes(method)) this.origin.mustBeOurs(headers);
  }

  private mustBeOurPage(request: Pick<Asked, 'method' | 'headers'>, token: string): void {
    this.mustBeOurs(request);
    if (!READS.includes(request.method) && !isCsrfToken(request.headers['x-csrf-token'], token))
      throw new Problem('no-csrf-token', HttpStatus.FORBIDDEN);
  }
}
