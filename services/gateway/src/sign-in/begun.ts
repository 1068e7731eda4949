import { Injectable } from '@nestjs/common';
import { ApiProperty, PickType } from '@nestjs/swagger';
import { Begun } from '@redress/contracts/identity/sign-in';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Cookies, csrfTokenOf } from '../session/cookies.js';

/** What a page is told of a session that began, or goes on: all but what the browser is known by. */
export class SessionBegun extends PickType(Begun, ['sessionId', 'needs', 'expiresAt', 'actor']) {
  /** To be sent as `X-CSRF-Token` with whatever changes something. */
  @ApiProperty({ type: String }) readonly csrfToken!: string;
}

/** Of a response that is not sent yet. */
export type Answering = { header(name: string, value: string | readonly string[]): unknown };

/** Gives a browser what it is to be known by. */
@Injectable()
export class Handing {
  constructor(
    private readonly cookies: Cookies,
    private readonly sessions: BrowserSessions,
  ) {}

  /** Of the session that was there before, nothing is remembered. */
  over(
    answering: Answering,
    { token, device, sessionId, needs, expiresAt, actor }: Begun,
    ...cookies: readonly string[]
  ): SessionBegun {
    answering.header('set-cookie', [
      this.cookies.written('session', token),
      ...(device === undefined ? [] : [this.cookies.written('device', device)]),
      ...cookies,
    ]);
    this.sessions.forget((session) => session.tokenId === sessionId);
    return { sessionId, needs, expiresAt, ...(actor && { actor }), csrfToken: csrfTokenOf(token) };
  }

  back(answering: Answering): void {
    answering.header('set-cookie', this.cookies.removed('session'));
  }
}
