import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, type Call, callerOf } from '../journeys/caller.js';
import { Staff } from '../journeys/staff.js';
import { Canary } from './canary.js';
import { startSystem, type System } from '../journeys/system.js';

const ROLES = {
  office: 'office',
  team: 'inspection',
  leaders: 'leading-group',
  auditor: 'auditor',
  kitchen: 'unit',
  library: 'unit',
} as const;
export type Who = keyof typeof ROLES;

type Service = {
  readonly service: string;
  readonly last: string;
  readonly reactions: readonly { pending: number }[];
};

/** What there is to be attacked: one system for all files, with a task of the kitchen that does not concern the library. */
export class World {
  readonly call: Call;
  readonly taskId = randomUUID();
  readonly issueId = randomUUID();
  opinionId = '';
  receipt = '';

  private constructor(
    readonly system: System,
    readonly canary: Canary,
    private staff?: Staff<Who>,
  ) {
    this.call = callerOf(system.url);
  }

  static async begun(): Promise<World> {
    const canary = await Canary.begun();
    const folder = await mkdtemp(join(tmpdir(), 'redress-owasp-'));
    const providers = join(folder, 'providers.json');
    await writeFile(providers, JSON.stringify(canary.providers()), { mode: 0o600 });
    process.env['REDRESS_PROVIDERS_FILE'] = providers;
    const system = await startSystem({
      directory: DirectoryModule,
      identity: IdentityModule,
      intake: IntakeModule,
      rectification: RectificationModule,
      inspection: InspectionModule,
      audit: AuditModule,
    });
    Reflect.deleteProperty(process.env, 'REDRESS_PROVIDERS_FILE');
    await rm(folder, { recursive: true });
    const world = new World(system, canary);
    world.staff = await Staff.hired(world.call, system.operatorToken, ROLES);
    for (const who of Object.keys(ROLES) as Who[]) await world.as(who, 'GET', '/me');
    await world.work();
    await world.settled();
    return world;
  }

  get people(): Staff<Who> {
    if (!this.staff) throw new Error('nobody is hired yet');
    return this.staff;
  }

  get port(): number {
    return Number(new URL(this.system.url).port);
  }

  as(who: Who | 'operator', method: string, path: string, body?: object | string): Promise<Answer> {
    const token = who === 'operator' ? this.system.operatorToken : this.people.tokenOf(who);
    return this.call(method, `/api${path}`, { token, ...(body !== undefined && { body }) });
  }

  anonymously(method: string, path: string, body?: object | string): Promise<Answer> {
    return this.call(method, `/api${path}`, body === undefined ? {} : { body });
  }

  personOf(who: Who): string {
    return this.people.personOf(who);
  }

  /** How far each service has come with what it keeps. */
  async recorded(): Promise<Readonly<Record<string, string>>> {
    const services = await this.services();
    return Object.fromEntries(services.map(({ service, last }) => [service, last]));
  }

  /** Does something that must leave nothing behind, in no service. */
  async leavingNothing<Result>(act: () => Promise<Result>): Promise<Result> {
    const before = await this.recorded();
    const result = await act();
    expect(await this.recorded()).toEqual(before);
    return result;
  }

  /** Until no reaction has anything to do. */
  async settled(): Promise<void> {
    let before: unknown;
    await eventually(async () => {
      const services = await this.services();
      const pending = services.flatMap(({ reactions = [] }) => reactions.map((one) => one.pending));
      const now = JSON.stringify(services.map(({ last }) => last));
      const isStill = pending.every((count) => count === 0) && now === before;
      before = now;
      return isStill;
    });
  }

  private async services(): Promise<readonly Service[]> {
    const { body } = await this.as('operator', 'GET', '/status');
    return (body['services'] as readonly Service[]).filter(({ service }) => service !== 'gateway');
  }

  private async does(who: Who, method: string, path: string, body?: object): Promise<Answer['body']> {
    const answer = await this.as(who, method, path, body);
    expect([path, answer]).toEqual([
      path,
      expect.objectContaining({ status: method === 'POST' ? 201 : 200 }),
    ]);
    return answer.body;
  }

  private async work(): Promise<void> {
    const opinion = { channel: 'web-form', title: 'The soup is cold', text: 'For two weeks now' };
    const { body: sent } = await this.anonymously('POST', '/opinions', opinion);
    this.opinionId = String(sent['opinionId']);
    this.receipt = String(sent['receipt']);
    const at = `/opinions/${this.opinionId}`;
    await this.does('office', 'PUT', `${at}/acknowledgement`);
    const about = { title: 'Cold soup', problem: 'It is cold', topic: 'canteen', severity: 'ordinary' };
    await this.does('office', 'PUT', `${at}/listing`, { issueId: this.issueId, ...about });
    await eventually(async () => (await this.as('office', 'GET', `/issues/${this.issueId}`)).status === 200);
    const deadline = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const owed = { title: 'Hot soup', taskType: 'time-bound', criterion: 'It is hot', deadline };
    const units = { leadUnit: this.people.unitOf('kitchen'), supportingUnits: [] };
    const { position } = await this.does('office', 'PUT', `/tasks/${this.taskId}`, {
      issues: [this.issueId],
      ...owed,
      ...units,
    });
    await this.does('kitchen', 'GET', `/tasks/${this.taskId}?atLeast=${String(position)}`);
    const person = this.personOf('kitchen');
    await this.does('kitchen', 'PUT', `/tasks/${this.taskId}/acceptance`, { responsible: person });
    const measure = { measureId: randomUUID(), what: 'Heat it', person, due: deadline, criterion: '64 °C' };
    await this.does('kitchen', 'PUT', `/tasks/${this.taskId}/plan`, { measures: [measure] });
  }
}

let begun: World | undefined;

/** The one world of all files. */
export const world = (): World => {
  if (!begun) throw new Error('the world has not begun');
  return begun;
};
export const begin = async (): Promise<void> => {
  begun = await World.begun();
};
export const end = async (): Promise<void> => {
  await begun?.system.stop();
  await begun?.canary.end();
};
