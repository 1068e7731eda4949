import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import { DirectoryModule } from '../../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../../services/rectification/src/rectification.module.js';
import { type Answer, callerOf } from '../caller.js';
import { startSystem, type System } from '../system.js';
import { type Asked, People, type Who } from './people.js';

/** The working day on which everything is assigned, and the days around it; what nobody names is done on the next one. */
export const ASSIGNED = '2023-03-01';
export const NEXT = '2023-03-02';
export const DEADLINE = '2023-03-31';

/** A running system without a timer, and the people of it. */
export class World {
  /** Of the last thing that was written, by the service in whose store it is. */
  private readonly written = new Map<string, string>();

  private constructor(
    private readonly system: System,
    readonly people: People,
  ) {}

  static async start(): Promise<World> {
    process.env['REDRESS_TIMER_SECONDS'] = '0';
    const system = await startSystem({
      directory: DirectoryModule,
      inspection: InspectionModule,
      intake: IntakeModule,
      rectification: RectificationModule,
    });
    const people = await People.hired(callerOf(system.url), system.operatorToken);
    const world = new World(system, people);
    const person = people.personOf('recused');
    const check = `/recusal/check?person=${person}&unit=${people.unitOf('lead')}`;
    await eventually(async () => {
      const { body } = await people.as('office', { method: 'GET', path: check });
      return (body['conflicts'] as unknown[]).length > 0;
    });
    return world;
  }

  async stop(): Promise<void> {
    delete process.env['REDRESS_TIMER_SECONDS'];
    await this.system.stop();
  }

  /** Does what must succeed. */
  async does(who: Who, path: string, body?: object, day = NEXT, method = 'PUT'): Promise<Answer['body']> {
    const answer = await this.people.as(who, { method, path, ...(body && { body }), day });
    expect([path, answer.status, answer.body]).toEqual([path, 200, answer.body]);
    this.written.set(
      path.startsWith('/receipts') ? 'intake' : storeOf(path),
      String(answer.body['position']),
    );
    return answer.body;
  }

  /** How something looks to the office, with all that was written here, and its tag. */
  async looks(path: string): Promise<readonly unknown[]> {
    const position = this.written.get(storeOf(path));
    const atLeast = position === undefined ? '' : `${path.includes('?') ? '&' : '?'}atLeast=${position}`;
    const seen = await this.people.as('office', { method: 'GET', path: `${path}${atLeast}` });
    // A problem names its request, which is another each time.
    return [seen.status, seen.headers.get('etag'), { ...seen.body, instance: undefined }];
  }

  /** Somebody says something, and the office has read it. */
  async opinion(): Promise<{ readonly id: string; readonly receipt: string; readonly path: string }> {
    const body = { channel: 'web-form', title: 'A leak', text: 'The wash-house leaks' };
    const sent = await this.people.as('anybody', { method: 'POST', path: '/opinions', body });
    expect(sent.status).toBe(201);
    const id = String(sent.body['opinionId']);
    return { id, receipt: String(sent.body['receipt']), path: `/opinions/${id}` };
  }

  /** An issue on the books, which can be seen there. */
  async issue(): Promise<{ readonly id: string; readonly opinion: string; readonly path: string }> {
    const [opinion, id] = [await this.opinion(), randomUUID()];
    await this.does('office', `${opinion.path}/acknowledgement`);
    await this.does('office', `${opinion.path}/listing`, { issueId: id, ...LISTING });
    const path = `/issues/${id}`;
    const waiting: Asked = { method: 'GET', path, headers: { prefer: 'wait=10' } };
    expect(await this.people.as('office', waiting)).toMatchObject({ status: 200 });
    return { id, opinion: opinion.id, path };
  }
}

export const LISTING = { title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };

/** What is read by a receipt is read in the log. */
const storeOf = (path: string): string => {
  if (path.startsWith('/receipts')) return 'none';
  return path.startsWith('/opinions') ? 'intake' : 'rectification';
};
