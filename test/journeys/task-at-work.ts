import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { TakenFile } from '@redress/contracts/evidence/uploads';
import { eventually } from '@redress/messaging/nats-server.testing';
import { WholeSystem } from './cli/whole-system.js';
import { Staff } from './staff.js';

const roles = {
  office: 'office',
  deputy: 'office',
  team: 'inspection',
  canteens: 'unit',
  school: 'unit',
} as const;
export type Who = keyof typeof roles;

/** The whole system, with a task of the canteens for which evidence is wanted. */
export class TaskAtWork {
  private constructor(
    readonly system: WholeSystem,
    readonly staff: Staff<Who>,
    readonly taskId: string,
  ) {}

  static async start(): Promise<TaskAtWork> {
    const system = await WholeSystem.start();
    const staff = await Staff.hired(system.call, system.operatorToken, roles);
    const work = new TaskAtWork(system, staff, randomUUID());
    await work.plan();
    return work;
  }

  get task(): string {
    return `/tasks/${this.taskId}`;
  }

  async does(who: Who, path: string, body?: object): Promise<Record<string, unknown>> {
    const answer = await this.staff.as(who, 'PUT', path, body);
    expect([path, answer]).toEqual([path, expect.objectContaining({ status: 200 })]);
    return answer.body;
  }

  /** A request with bytes, and what came back. */
  async send(who: Who, path: string, bytes: Uint8Array, language = 'en') {
    const response = await fetch(`${this.system.url}/api${path}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${this.staff.tokenOf(who)}`,
        'content-type': 'application/octet-stream',
        'accept-language': language,
      },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  async taken(name: string, bytes: Uint8Array): Promise<TakenFile> {
    const at = `/evidence-uploads/${randomUUID()}/file?name=${encodeURIComponent(name)}`;
    const { status, body } = await this.send('canteens', at, bytes);
    expect([name, status]).toEqual([name, 200]);
    return body as unknown as TakenFile;
  }

  /** Attached, and to be seen so. */
  async attached({ sha256, name }: Pick<TakenFile, 'sha256' | 'name'>): Promise<void> {
    const body = { note: 'As it is now', file: { sha256, name } };
    const { position } = await this.does('canteens', `${this.task}/evidence/${randomUUID()}`, body);
    await this.staff.as('office', 'GET', `${this.task}?atLeast=${String(position)}`);
  }

  fetched(who: Who, sha256: string, taskId = this.taskId): Promise<Response> {
    return fetch(`${this.system.url}/api/evidence/${sha256}?task=${taskId}`, {
      headers: { authorization: `Bearer ${this.staff.tokenOf(who)}` },
    });
  }

  /** Until the launcher has started it again. */
  async killGateway(): Promise<void> {
    const { launched, url } = this.system;
    const pid = launched.processOf('gateway')?.pid ?? NaN;
    process.kill(pid, 'SIGKILL');
    await eventually(async () => {
      const isOther = launched.processOf('gateway')?.pid !== pid;
      const answer = isOther && (await fetch(`${url}/api/health/ready`).catch(() => undefined));
      return answer ? answer.ok : false;
    });
  }

  private async plan(): Promise<void> {
    const { staff, system, task } = this;
    const opinion = { channel: 'web-form', title: 'The soup is cold', text: 'For two weeks now' };
    const { body: sent } = await system.call('POST', '/api/opinions', { body: opinion });
    const at = `/opinions/${String(sent['opinionId'])}`;
    const issueId = randomUUID();
    await this.does('office', `${at}/acknowledgement`);
    const about = { title: 'Cold soup', problem: 'It is cold', topic: 'canteen', severity: 'ordinary' };
    await this.does('office', `${at}/listing`, { issueId, ...about });
    const waiting = { token: staff.tokenOf('office'), headers: { prefer: 'wait=10' } };
    expect(await system.call('GET', `/api/issues/${issueId}`, waiting)).toMatchObject({ status: 200 });

    const deadline = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const owed = { title: 'Hot soup', taskType: 'time-bound', criterion: 'It is hot', deadline };
    const units = { leadUnit: staff.unitOf('canteens'), supportingUnits: [] };
    await this.does('office', task, { issues: [issueId], ...owed, ...units });
    const person = staff.personOf('canteens');
    await this.does('canteens', `${task}/acceptance`, { responsible: person });
    const measure = { measureId: randomUUID(), what: 'Heat it', person, due: deadline, criterion: '64 °C' };
    await this.does('canteens', `${task}/plan`, { measures: [measure] });
    const report = { text: 'It is heated', done: [measure.measureId] };
    await this.does('canteens', `${task}/progress/${randomUUID()}`, report);
  }
}
