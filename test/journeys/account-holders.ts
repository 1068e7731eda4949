import { expect } from '@jest/globals';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import type { System } from './system.js';

/** People with accounts, and what their browsers are told. */
export class AccountHolders {
  private places = 0;

  constructor(
    private readonly system: System,
    private readonly origin = system.url,
  ) {}

  /** Lets each browser be in a place of its own: for the system that is started next. */
  static areEverywhere(): void {
    process.env['REDRESS_TRUST_PROXY'] = '127.0.0.1';
  }

  browser(): Browser {
    const call = callerOf(this.origin);
    this.places += 1;
    const place = { 'x-forwarded-for': `10.0.${String(this.places >> 8)}.${String(this.places & 255)}` };
    const fromThere: Call = (method, path, asked) =>
      call(method, path, { ...asked, headers: { ...place, ...asked?.headers } });
    return new Browser(fromThere, this.origin);
  }

  byOperator(method: string, path: string, body?: object): Promise<Answer> {
    return callerOf(this.system.url)(method, `/api${path}`, {
      token: this.system.operatorToken,
      ...(method !== 'GET' && { body: body ?? {} }),
    });
  }

  async does(method: string, path: string, body: object = {}): Promise<Answer['body']> {
    const answer = await this.byOperator(method, path, body);
    expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
    return answer.body;
  }

  /** Somebody who is registered, and has opened an account. */
  async person(rosterNumber: string, password: string): Promise<void> {
    await this.does('PUT', `/people/${rosterNumber}`, { name: rosterNumber });
    await this.opened(rosterNumber, password);
  }

  async opened(rosterNumber: string, password: string): Promise<void> {
    const { invitation } = await this.does('POST', `/accounts/${rosterNumber}/invitation`);
    const accept = { invitation, password };
    expect((await this.browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
  }

  async signedIn(rosterNumber: string, password: string): Promise<Browser> {
    const browser = this.browser();
    const { status, body } = await browser.signIn(rosterNumber, password);
    expect([rosterNumber, status, body['needs']]).toEqual([rosterNumber, 201, []]);
    return browser;
  }
}

/** Status and name of a problem; of a success the status alone. */
export const typeOf = ({ status, body }: Answer): readonly unknown[] =>
  status < 300 ? [status] : [status, String(body['type']).replace('/problems/', '')];
