import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BY_HOLDER, SIGNS_IN } from '../session/session.guard.js';
import { Allowance } from './allowance.js';
import { setTo, tooMany } from './limits.js';
import { UnderWay } from './under-way.js';

const A_MINUTE = 600;
const AT_ONCE = 300;
/** What only reads is less work, and many look at a notice. */
const TIMES_WHEN_READ = 10;
const UNDER_WAY = 100;

const UNCOUNTED = ['/api/health/live', '/api/health/ready'];

/**
 * Keeps a flood of what is said without a name from everything else. All who are not signed in draw on the same allowance, one for
 * each route: nothing is kept of who they are or where they come from, so nobody can be told apart, and a flood of opinions
 * keeps nobody from a receipt. How often somebody tries to sign in is for identity to count, or a flood would lock all out.
 */
@Injectable()
export class AnonymousLimit implements CanActivate {
  private readonly aMinute = setTo('REDRESS_ANONYMOUS_A_MINUTE', A_MINUTE);
  private readonly allowances = new Map<string, Allowance>();
  private readonly underWay = new UnderWay(UNDER_WAY);

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { method, routeOptions, ...request } = http.getRequest<FastifyRequest>();
    if ('session' in request || UNCOUNTED.includes(routeOptions.url ?? '') || this.signsIn(context))
      return true;

    const route = `${method} ${routeOptions.url ?? ''}`;
    const seconds = this.allowanceOf(route, method === 'GET' || method === 'HEAD').take();
    if (seconds !== undefined) throw tooMany('too-many-without-a-name', seconds);
    if (!this.underWay.begin(route, http.getResponse<FastifyReply>().raw))
      throw tooMany('too-many-without-a-name', 1);
    return true;
  }

  private signsIn(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    return [SIGNS_IN, BY_HOLDER].some(
      (mark) => this.reflector.getAllAndOverride<boolean | undefined>(mark, places) ?? false,
    );
  }

  /** Of routes there are only so many. */
  private allowanceOf(route: string, isRead: boolean): Allowance {
    const times = isRead ? TIMES_WHEN_READ : 1;
    const allowance = this.allowances.get(route) ?? new Allowance(this.aMinute * times, AT_ONCE * times);
    this.allowances.set(route, allowance);
    return allowance;
  }
}
