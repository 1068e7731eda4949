import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { eventually } from '@redress/messaging/nats-server.testing';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const ROLES = {
  office: 'office',
  head: 'inspection',
  member: 'inspection',
  checker: 'inspection',
  school: 'unit',
  auditor: 'auditor',
} as const;
export type Who = keyof typeof ROLES;

const FROM = '2026-01-01';
export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const { checklistId, ...content } = publishChecklist;

/** What a finding says. */
export const found = {
  fact: '一月以来没有会议记录。',
  basis: '《党支部工作条例》第十八条',
  severity: 'ordinary',
  restsOn: [],
  files: [],
};

/** An answer to each item; those to the minutes and to the hours fail, and must have a finding. */
export const answersAt = (at: string, ofMinutes: string = randomUUID()): readonly object[] =>
  Object.entries({
    minutes: { judgement: 'fails' },
    register: { leftOut: 'The cupboard was locked' },
    hours: { number: 38.5 },
    'who-leads': { choice: 'head' },
    'what-else': { text: '窗台有灰' },
  }).map(([itemId, answer]) => ({
    entryId: itemId === 'minutes' ? ofMinutes : randomUUID(),
    at,
    item: { itemId, answer },
  }));

/** A school that a team is to visit today: its head, and a member who goes. A checker is in no team. */
export class Inspected {
  readonly visit = randomUUID();

  private constructor(
    private readonly system: System,
    readonly staff: Staff<Who>,
  ) {}

  static async start(): Promise<Inspected> {
    const system = await startSystem({
      directory: DirectoryModule,
      inspection: InspectionModule,
      rectification: RectificationModule,
      audit: AuditModule,
    });
    const staff = await Staff.hired(callerOf(system.url), system.operatorToken, ROLES);
    const inspected = new Inspected(system, staff);
    await inspected.planned();
    return inspected;
  }

  stop(): Promise<void> {
    return this.system.stop();
  }

  async does(who: Who, path: string, body?: object): Promise<Answer> {
    const answer = await this.staff.as(who, 'PUT', path, body);
    expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
    return answer;
  }

  async isTold(who: Who, reason: string, status: number, path: string, body: object = {}): Promise<void> {
    const { status: told, body: problem } = await this.staff.as(who, 'PUT', path, body);
    expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
  }

  async sees(who: Who, path: string): Promise<Answer['body']> {
    const { status, body } = await this.staff.as(who, 'GET', path);
    expect([path, status, body['type']]).toEqual([path, 200, undefined]);
    return body;
  }

  /** Once it is so: what others make of something is there when it is there. */
  async comesTo(who: Who, path: string, so: (body: Answer['body']) => boolean): Promise<Answer['body']> {
    let last: Answer['body'] = {};
    await eventually(async () => {
      const { status, body } = await this.staff.as(who, 'GET', path);
      last = body;
      return status === 200 && so(body);
    }, 60_000);
    return last;
  }

  /** As what a finding is issued: what the school is to do. */
  issuing() {
    return {
      title: '补齐会议记录',
      topic: 'records',
      leadUnit: this.staff.unitOf('school'),
      supportingUnits: [],
      taskType: 'time-bound',
      criterion: '三个月内每次会议都有记录',
    };
  }

  private async planned(): Promise<void> {
    const [team, unit] = [randomUUID(), this.staff.unitOf('school')];
    await this.does('office', `/checklists/${checklistId}`, content);
    await this.does('office', `/teams/${team}`, { name: '督查一组', from: FROM });
    for (const part of ['head', 'member'] as const)
      await this.does('office', `/teams/${team}/members/${this.staff.personOf(part)}`, { part, from: FROM });
    await this.does('office', `/teams/${team}/units/${unit}`, { from: FROM });
    const plan = { unit, kind: 'scheduled', on: today, teamId: team, checklistId, checklistVersion: 1 };
    await this.does('office', `/visits/${this.visit}`, plan);
    const inspectors = [this.staff.personOf('member')];
    await this.does('office', `/visits/${this.visit}/inspectors`, { inspectors });
  }
}
