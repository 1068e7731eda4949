import { createHmac, randomBytes } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { isIPv6 } from 'node:net';
import type { Sha256 } from '@redress/contracts/values';
import type { Attempt } from '@redress/contracts/identity/sign-in';
import { Cookies } from '../session/cookies.js';
import { sha256Of } from '../session/remembered-sessions.js';

/** What of a request tells from where it comes. */
export type Arrived = {
  readonly ip: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

/**
 * Makes of the address of a caller something to count by. The key lives as long as this process, and nothing but what was made with
 * it leaves it: no address is kept, and none can be found again.
 */
@Injectable()
export class Sources {
  private readonly key = randomBytes(32);

  constructor(private readonly cookies: Cookies) {}

  of({ ip, headers }: Arrived): Attempt {
    const source = createHmac('sha256', this.key).update(networkOf(ip)).digest('hex') as Sha256;
    const device = this.cookies.read(headers['cookie'], 'device');
    return { source, ...(device !== undefined && { device: sha256Of(device) }) };
  }
}

/** Of IPv6 whoever has one address has all that begin so. */
const networkOf = (ip: string): string => {
  if (!isIPv6(ip)) return ip;
  const [before = '', after] = ip.toLowerCase().split('::');
  const [head, tail] = [before, after ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = after === undefined ? 0 : 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  return [...(head ?? []), ...Array<string>(missing).fill('0'), ...(tail ?? [])].slice(0, 4).join(':');
};

/** Hands over from where a request comes, and what the browser is known by. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): Arrived => {
  const { ip, headers } = context.switchToHttp().getRequest<Arrived>();
  const wanted = ['cookie', 'authorization', 'host'].map((name) => [name, headers[name]]);
  const given = wanted.filter(([, value]) => value !== undefined);
  return { ip, headers: Object.fromEntries(given) as Arrived['headers'] };
});

/** Hands over what stands in the address after the question mark, as it stands there. */
export const QueryText = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { url } = context.switchToHttp().getRequest<{ readonly url: string }>();
  return url.slice(url.indexOf('?') + 1 || url.length);
});
