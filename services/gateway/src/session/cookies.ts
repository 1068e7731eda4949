import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Origin } from './origin.js';

/** Why the gateway gives a browser something to keep. */
export type Purpose = 'session' | 'device' | 'provider';

const SECONDS: Readonly<Partial<Record<Purpose, number>>> = { device: 180 * 86_400, provider: 600 };

/** In what a browser may hold for us is no other character, and no more than this. */
const IS_VALUE = /^[\w-]{1,200}$/;

/**
 * What a browser is known by. `__Host-` binds it to this very host and to https; on this machine, where there may be no https,
 * it has another name, so that the one never passes for the other.
 */
@Injectable()
export class Cookies {
  constructor(private readonly origin: Origin) {}

  read(header: string | undefined, purpose: Purpose): string | undefined {
    const name = `${this.nameOf(purpose)}=`;
    const pairs = (header ?? '').split(';').map((pair) => pair.trim());
    const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
    return value !== undefined && IS_VALUE.test(value) ? value : undefined;
  }

  /** For `Set-Cookie`. One for a session ends with the browser. */
  written(purpose: Purpose, value: string): string {
    const age = SECONDS[purpose];
    return this.line(purpose, value, age === undefined ? '' : `; Max-Age=${String(age)}`);
  }

  removed(purpose: Purpose): string {
    return this.line(purpose, '', '; Max-Age=0');
  }

  private line(purpose: Purpose, value: string, age: string): string {
    const secure = this.origin.isSecure ? '; Secure' : '';
    return `${this.nameOf(purpose)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
  }

  private nameOf(purpose: Purpose): string {
    return this.origin.isSecure ? `__Host-redress-${purpose}` : `redress-loopback-${purpose}`;
  }
}

/** What a page of ours sends along with what it changes; a page of others cannot know it. */
export const csrfTokenOf = (sessionToken: string): string =>
  createHmac('sha256', sessionToken).update('csrf').digest('base64url');

export const isCsrfToken = (given: string | undefined, sessionToken: string): boolean => {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(csrfTokenOf(sessionToken))];
  return one.length === other.length && timingSafeEqual(one, other);
};
