import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { FastifyReply } from 'fastify';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { setTo, tooMany } from './limits.js';
import { UnderWay } from './under-way.js';

const A_MINUTE = 60_000;
const UNDER_WAY = 256;

/**
 * Keeps one person, or one program, from taking all there is: so many requests a minute, and so many at the same time. A person is
 * one, with however many tokens and browsers.
 */
@Injectable()
export class PrincipalLimit implements CanActivate {
  private readonly inAMinute = new RateLimiterMemory({
    points: setTo('REDRESS_REQUESTS_A_MINUTE', A_MINUTE),
    duration: 60,
  });
  private readonly underWay = new UnderWay(setTo('REDRESS_REQUESTS_AT_ONCE', UNDER_WAY));

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const { session } = http.getRequest<{ readonly session?: Session }>();
    if (!session) return true;
    const whose = session.actor.person ?? session.tokenId;
    await this.inAMinute.consume(whose).catch((counted: unknown) => {
      if (counted instanceof Error) throw counted;
      const { msBeforeNext } = counted as RateLimiterRes;
      throw tooMany('too-many-requests', Math.max(1, Math.ceil(msBeforeNext / 1_000)));
    });
    if (!this.underWay.begin(whose, http.getResponse<FastifyReply>().raw))
      throw tooMany('too-many-requests', 1);
    return true;
  }
}
