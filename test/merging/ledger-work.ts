import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import type { Answer, Call } from '../journeys/caller.js';
import { Staff } from '../journeys/staff.js';

const roles = { office: 'office', logistics: 'unit', team: 'inspection' } as const;
export type Who = keyof typeof roles;
type Body = Answer['body'];
export type Sent = { readonly opinionId: string; readonly receipt: string };

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const inDays = (days: number): string => inChina.format(new Date(Date.now() + days * 86_400_000));

/** What an office, a unit and an inspection team do with opinions, issues and tasks, through the HTTP face. */
export class LedgerWork {
  private constructor(
    private readonly call: Call,
    private readonly staff: Staff<Who>,
  ) {}

  static async begin(call: Call, operatorToken: string): Promise<LedgerWork> {
    return new LedgerWork(call, await Staff.hired(call, operatorToken, roles));
  }

  async does(who: Who, method: string, path: string, body?: object): Promise<Body> {
    const answer = await this.staff.as(who, method, path, body);
    expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
    return answer.body;
  }

  async isTold(who: Who, reason: string, status: number, method: string, path: string, body?: object) {
    const answer = await this.staff.as(who, method, path, body);
    expect([path, answer.status, answer.body['type']]).toEqual([path, status, `/problems/${reason}`]);
  }

  /** The same request until it is answered, under one key: while a service is away, it is asked again. */
  async insists(who: Who, method: string, path: string, body: object): Promise<void> {
    const headers = { 'idempotency-key': randomUUID() };
    const token = this.staff.tokenOf(who);
    await eventually(async () => {
      const answer = await this.call(method, `/api${path}`, { token, headers, body }).catch(() => undefined);
      if (answer && answer.status < 500) expect([path, answer.status]).toEqual([path, 200]);
      return answer?.status === 200;
    });
  }

  /** Somebody without a name speaks, and the office takes note. */
  async speaks(title: string): Promise<Sent> {
    const opinion = { channel: 'web-form', title, text: `${title}, for two weeks now` };
    const { body } = await this.call('POST', '/api/opinions', { body: opinion });
    const sent = { opinionId: String(body['opinionId']), receipt: String(body['receipt']) };
    await this.does('office', 'PUT', `/opinions/${sent.opinionId}/acknowledgement`);
    return sent;
  }

  async lists({ opinionId }: Sent, issueId: string): Promise<void> {
    const listing = { issueId, title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };
    await this.does('office', 'PUT', `/opinions/${opinionId}/listing`, listing);
  }

  /** An issue that one opinion led to. */
  async listed(sent: Sent): Promise<string> {
    const issueId = randomUUID();
    await this.lists(sent, issueId);
    await this.sees(`/issues/${issueId}`, {});
    return issueId;
  }

  /** What the office sees, once it is so. */
  async sees(path: string, expected: Body): Promise<Body> {
    return this.once(path, expected, { token: this.staff.tokenOf('office') });
  }

  /** What stands under a receipt, once it is so. */
  follows({ receipt }: Sent, expected: Body): Promise<Body> {
    return this.once(`/receipts/${receipt}`, expected, {});
  }

  writes({ receipt }: Sent, path: string, body: object): Promise<Answer> {
    return this.call('PUT', `/api/receipts/${receipt}/${path}`, { body });
  }

  /** A task for these issues, done, checked and closed. */
  async solves(issues: readonly string[], outcome: string): Promise<void> {
    const task = `/tasks/${await this.assigns(issues)}`;
    const person = this.staff.personOf('logistics');
    await this.does('logistics', 'PUT', `${task}/acceptance`, { responsible: person });
    const measureId = randomUUID();
    const measure = { measureId, what: 'Mend it', person, due: inDays(9), criterion: 'It is dry' };
    await this.does('logistics', 'PUT', `${task}/plan`, { measures: [measure] });
    const report = { text: 'Mended', done: [measureId] };
    await this.does('logistics', 'PUT', `${task}/progress/${randomUUID()}`, report);
    await this.does('logistics', 'PUT', `${task}/evidence/${randomUUID()}`, { note: `Dry ${randomUUID()}` });
    const entryId = randomUUID();
    const closeOut = `${task}/close-out/${entryId}`;
    await this.does('logistics', 'PUT', closeOut, { summary: 'It is dry', unfinished: [] });
    const seen = { seen: 'A dry floor', where: 'There', on: inDays(0) };
    await this.does('team', 'PUT', `${closeOut}/verification`, seen);
    await this.does('office', 'PUT', `${closeOut}/notice/skip`, { ground: 'secrecy', reason: 'A lock' });
    await this.does('office', 'PUT', `${task}/closing`, { entryId, outcome });
  }

  async assigns(issues: readonly string[]): Promise<string> {
    const taskId = randomUUID();
    await this.does('office', 'PUT', `/tasks/${taskId}`, this.assignment(issues));
    return taskId;
  }

  assignment(issues: readonly string[]): object {
    const leadUnit = this.staff.unitOf('logistics');
    const asked = { title: 'Mend it', taskType: 'time-bound', criterion: 'No leak', deadline: inDays(10) };
    return { ...asked, issues, leadUnit, supportingUnits: [] };
  }

  private async once(path: string, expected: Body, asked: { readonly token?: string }): Promise<Body> {
    let body: Body = {};
    const isSo = async (): Promise<boolean> => {
      const answer = await this.call('GET', `/api${path}`, asked).catch(() => undefined);
      body = answer?.body ?? {};
      return answer?.status === 200 && matches(body, expected);
    };
    await eventually(isSo).catch(() => undefined);
    expect(body).toMatchObject(expected);
    return body;
  }
}

const matches = (body: Body, expected: Body): boolean => {
  try {
    expect(body).toMatchObject(expected);
    return true;
  } catch {
    return false;
  }
};
