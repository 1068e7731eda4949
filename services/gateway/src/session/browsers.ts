import { HttpStatus, Injectable } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import { Problem } from '@redress/edge/problems';
import { BrowserSessions } from './browser-sessions.js';
import { Cookies, isCsrfToken } from './cookies.js';
import type { Asked } from './envelope.js';
import { Origin } from './origin.js';

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
    if (!session || token === undefined || READS.includes(request.method)) return session;
    this.mustBeOurs(request);
    if (!isCsrfToken(request.headers['x-csrf-token'], token))
      throw new Problem('no-csrf-token', HttpStatus.FORBIDDEN);
    return session;
  }

  /** @throws Problem when a page of somebody else made the browser send it. */
  mustBeOurs({ method, headers }: Pick<Asked, 'method' | 'headers'>): void {
    if (!READS.includes(method)) this.origin.mustBeOurs(headers);
  }
}
