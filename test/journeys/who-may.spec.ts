import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { POLICY } from '@redress/authorisation/policy';
import { type Role, ROLES } from '@redress/contracts/envelope';
import { natsOptions } from '@redress/messaging/nats-options';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { published } from '../architecture/who-may.js';
import { startSystem, type System } from './system.js';

const all = await published();

let system: System;
let connection: NatsConnection;

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    identity: IdentityModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
    audit: AuditModule,
  });
  connection = await connect(natsOptions());
});

afterAll(async () => {
  await connection.close();
  await system.stop();
});

/** Nobody has a field of this name: whoever may ask is told so, and nothing is changed. */
const NONSENSE = { 'no-such-field': true };

type Told = { readonly response?: { readonly rejected?: string }; readonly err?: { readonly code?: string } };

const told = async (subject: string, actor: object, isCommand: boolean): Promise<string | undefined> => {
  const envelope = {
    actor,
    correlationId: randomUUID(),
    causationId: randomUUID(),
    happenedAt: '2026-03-20T08:00:00.000Z',
  };
  const data = isCommand ? { command: NONSENSE, envelope } : { query: NONSENSE, actor };
  const reply = await connection.request(
    subject,
    JSON.stringify({ pattern: subject, data, id: randomUUID() }),
    {
      timeout: 20_000,
    },
  );
  const { response, err } = reply.json<Told>();
  return response?.rejected ?? err?.code;
};

/** What each role is told that asks; `malformed` for whoever got as far as the handler. */
const toldEach = async (
  subject: string,
  isCommand: boolean,
): Promise<Readonly<Partial<Record<Role, string>>>> =>
  Object.fromEntries(
    await Promise.all(ROLES.map(async (role) => [role, await told(subject, { role }, isCommand)] as const)),
  );

describe('each handler of each service lets in whom the policy names, and nobody else', () => {
  it.each(all.map(({ subject, rejections }) => ({ subject, rejections })))(
    '$subject',
    async ({ subject, rejections }) => {
      const { may = {}, otherwise = 'not in the policy' } = POLICY[subject] ?? {};
      const expected = Object.fromEntries(ROLES.map((role) => [role, may[role] ? 'malformed' : otherwise]));
      expect(await toldEach(subject, rejections !== undefined)).toEqual(expected);
    },
  );
});

it('lets no key in that is confined to other things, whatever the role', async () => {
  const confined = { scopes: ['status'] };
  const isConfined = ({ subject }: { readonly subject: string }): boolean => subject !== 'audit.status';
  const answers = await Promise.all(
    all.filter(isConfined).flatMap(({ subject, rejections }) =>
      ROLES.map(async (role) => {
        const answer = await told(subject, { role, ...confined }, rejections !== undefined);
        return answer === 'out-of-scope' ? [] : [`${subject} as ${role}: ${String(answer)}`];
      }),
    ),
  );
  expect(answers.flat()).toEqual([]);
  expect(await told('audit.status', { role: 'office', ...confined }, false)).toBe('malformed');
});

it.each([{ role: 'emperor' }, { role: ['office'] }, { role: { office: true } }, {}, { role: null }])(
  'lets nobody in who acts as %j',
  async (actor) => {
    expect(await told('rectification.close-task', actor, true)).toBe('malformed');
    expect(await told('rectification.read-ledger', actor, false)).toBe('malformed');
  },
);
