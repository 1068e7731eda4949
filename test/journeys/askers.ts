import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

type Who = 'office' | 'second' | 'chief';

/** People who ask to be registered, and people whose numbers they ask for. */
export class Askers {
  readonly password = 'nine patient herons';

  private constructor(
    private readonly system: System,
    readonly call: Call,
    readonly staff: Staff<Who>,
  ) {}

  static async start(): Promise<Askers> {
    const system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
    const call = callerOf(system.url);
    const roles = { office: 'office', second: 'office', chief: 'unit' } as const;
    return new Askers(system, call, await Staff.hired(call, system.operatorToken, roles));
  }

  stop(): Promise<void> {
    return this.system.stop();
  }

  byOperator(method: string, path: string, body?: object): Promise<Answer> {
    const token = this.system.operatorToken;
    return this.call(method, `/api${path}`, { token, ...(body && method !== 'GET' && { body }) });
  }

  anonymously(method: string, path: string, body: object, key?: string): Promise<Answer> {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    return this.call(method, `/api${path}`, { body, headers });
  }

  browser(): Browser {
    return new Browser(this.call, this.system.url);
  }

  async registered(rosterNumber: string): Promise<string> {
    const { body } = await this.byOperator('PUT', `/people/${rosterNumber}`, { name: rosterNumber });
    return String(body['personId']);
  }

  async withAccount(rosterNumber: string): Promise<void> {
    await this.registered(rosterNumber);
    const { body } = await this.byOperator('POST', `/accounts/${rosterNumber}/invitation`, {});
    const accept = { invitation: body['invitation'], password: this.password };
    expect((await this.browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
  }

  async erased(rosterNumber: string): Promise<void> {
    const at = `/people/${await this.registered(rosterNumber)}`;
    const because = { ground: 'asked-for', reason: 'They asked' };
    expect((await this.staff.as('office', 'PUT', `${at}/erasure`, because)).status).toBe(200);
    expect((await this.staff.as('second', 'DELETE', `${at}/personal-data`)).status).toBe(200);
    await eventually(async () => (await this.byOperator('GET', `/people/${rosterNumber}`)).status === 404);
  }

  /** Asks for a number; says where, and what it was answered with. */
  async asksFor(rosterNumber: string, name = 'Somebody Else') {
    const at = `/registrations/${randomUUID()}`;
    const asked = await this.anonymously('PUT', at, { rosterNumber, name });
    expect(asked.status).toBe(200);
    return { at, asked, code: String(asked.body['code']) };
  }
}

export const problemOf = ({ status, body }: Answer) => [status, body['type']];
