import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../faults/launcher/launched.js';
import type { Answer } from './caller.js';
import { WholeSystem } from './cli/whole-system.js';
import { Staff } from './staff.js';

// Opinions are sent from an address of their own, with everything by which browsers and proxies tell on people; then every
// file that is anywhere is searched for it.

const mark = (): string => randomBytes(6).toString('hex');
const ADDRESS = '127.77.31.9';
const FORWARDED = `198.51.100.77`;
const TOLD = { agent: `agent-${mark()}`, referrer: mark(), cookie: mark(), host: mark(), id: mark() };
const CANARY = `canary-${mark()}`;
const ANSWERED = `answered-${mark()}`;

let system: WholeSystem;
let staff: Staff<'office' | 'unit' | 'signer'>;
let copy = '';

beforeAll(async () => {
  system = await WholeSystem.start();
  const roles = { office: 'office', unit: 'unit', signer: 'unit' } as const;
  staff = await Staff.hired(system.call, system.operatorToken, roles);
});
afterAll(async () => {
  await system.stop();
  rmSync(copy, { recursive: true, force: true });
});

/** As a browser behind two proxies would. */
const sendFrom = (method: string, path: string, body: object): Promise<Answer['body'] & { status: number }> =>
  new Promise((resolve, reject) => {
    const sending = request(
      `${system.url}/api${path}`,
      {
        method,
        localAddress: ADDRESS,
        headers: {
          'content-type': 'application/json',
          'user-agent': TOLD.agent,
          referer: `https://${TOLD.referrer}.example/`,
          cookie: `visitor=${TOLD.cookie}`,
          'x-forwarded-for': FORWARDED,
          'x-real-ip': FORWARDED,
          forwarded: `for=${FORWARDED}`,
          'x-forwarded-host': TOLD.host,
          'x-request-id': TOLD.id,
        },
      },
      (response) => {
        let text = '';
        response.on('data', (some: Buffer) => (text += some.toString()));
        response.on('end', () => {
          resolve({ ...(JSON.parse(text) as object), status: response.statusCode ?? 0 });
        });
      },
    );
    sending.on('error', reject);
    sending.end(JSON.stringify(body));
  });

const filesWith = (text: string, folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => holds(file, text));

/** What is gone by now holds nothing. */
const holds = (file: string, text: string): boolean => {
  try {
    return statSync(file).isFile() && readFileSync(file).includes(text);
  } catch {
    return false;
  }
};

const eventsOf = (service: string, stream: string): readonly Record<string, unknown>[] => {
  const db = new DatabaseSync(join(system.data, `${service}.sqlite`), { readOnly: true });
  const rows = db.prepare('SELECT event FROM events WHERE stream = ? ORDER BY revision').all(stream);
  db.close();
  return (rows as { event: string }[]).map(({ event }) => JSON.parse(event) as Record<string, unknown>);
};

const ON_THE_HOUR = /^[0-9-]{10}T[0-9]{2}:00:00\.000Z$/;
const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;
const times = (text: string): readonly string[] => text.match(/\d{4}-\d\d-\d\dT[0-9:.]+Z/g) ?? [];

describe('an opinion without a name', () => {
  let opinionId = '';
  let receipt = '';

  it('is sent, and its receipt is long and is kept as a hash alone', async () => {
    const sent = await sendFrom('POST', '/opinions', { channel: 'web-form', title: 'Lamp', text: CANARY });
    expect(sent.status).toBe(201);
    ({ opinionId, receipt } = sent as unknown as { opinionId: string; receipt: string });
    expect(receipt).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    const entry = await sendFrom('PUT', `/receipts/${receipt}/entries/${randomUUID()}`, { text: ANSWERED });
    expect(entry.status).toBe(200);
    const [submitted] = eventsOf('intake', `opinion-${opinionId}`);
    const { receipt: kept } = submitted?.['data'] as { readonly receipt?: string };
    expect(kept).toMatch(/^\$argon2id\$/);
  });

  it('has no time but the hour, and ids that say none', async () => {
    const events = eventsOf('intake', `opinion-${opinionId}`);
    expect(events).toHaveLength(2);
    for (const { id, causationId, happenedAt, recordedAt } of events) {
      for (const one of [id, causationId]) expect(one).not.toMatch(UUID_7);
      for (const one of [happenedAt, recordedAt]) expect(one).toMatch(ON_THE_HOUR);
    }
    const shown = [
      await staff.as('office', 'GET', `/opinions/${opinionId}`),
      await system.call('GET', `/api/receipts/${receipt}`),
    ];
    for (const { status, body } of shown) {
      expect(status).toBe(200);
      const told = times(JSON.stringify(body));
      expect(told.length).toBeGreaterThan(0);
      for (const time of told) expect(time).toMatch(ON_THE_HOUR);
    }
  });

  it('may come in a flood, which nobody else feels', async () => {
    const sent: number[] = [];
    let more = 1_500;
    const flood = async (): Promise<void> => {
      while ((more -= 1) >= 0) {
        const opinion = { channel: 'web-form', title: 'Flood', text: 'x' };
        sent.push((await sendFrom('POST', '/opinions', opinion)).status);
      }
    };
    const others: number[] = [];
    const flooding = Promise.all(Array.from({ length: 32 }, flood));
    while (more > 0) {
      others.push((await staff.as('office', 'GET', '/opinions')).status);
      others.push((await system.call('GET', `/api/receipts/${receipt}`)).status);
      const signed = { channel: 'web-form', title: 'Signed', text: 'x', signed: true, hidden: true };
      others.push((await staff.as('signer', 'POST', '/opinions', signed)).status);
    }
    await flooding;
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((status) => status >= 300)).toEqual([]);
    expect(new Set(sent)).toEqual(new Set([201, 429]));
  });

  it('leaves nothing of where it came from in any file, also not in a backup', async () => {
    // What fails is told of as well.
    expect((await sendFrom('POST', '/opinions', { channel: 'web-form' })).status).toBeGreaterThanOrEqual(400);
    expect((await sendFrom('PUT', `/receipts/x/entries/${randomUUID()}`, { text: 'x' })).status).toBe(404);
    await until('the audit has it', () =>
      filesWith(CANARY, system.data).some((file) => file.includes('audit')),
    );
    // The logs of the databases, which are gone once it is stopped.
    expect(filesWith(CANARY, system.data).some((file) => file.endsWith('-wal'))).toBe(true);
    for (const telling of [ADDRESS, FORWARDED, ...Object.values(TOLD)])
      expect([telling, filesWith(telling, system.folder)]).toEqual([telling, []]);
    await system.launched.end('SIGTERM');
    copy = mkdtempSync(join(tmpdir(), 'redress-backup-'));
    cpSync(system.folder, copy, { recursive: true });
    for (const folder of [system.folder, copy]) {
      // The search finds what is there: the text in the store, at the broker, in the audit.
      expect(filesWith(CANARY, folder).map((file) => file.slice(folder.length))).toEqual(
        expect.arrayContaining([
          expect.stringContaining('intake.sqlite'),
          expect.stringContaining('audit.sqlite'),
          expect.stringContaining('nats'),
        ]),
      );
      for (const telling of [
        ADDRESS,
        FORWARDED,
        ...Object.values(TOLD),
        receipt,
        receipt.replaceAll('-', ''),
      ])
        expect([telling, filesWith(telling, folder)]).toEqual([telling, []]);
      expect(filesWith('/api/receipts', join(folder, 'data', 'logs'))).toEqual([]);
    }
  });
});
