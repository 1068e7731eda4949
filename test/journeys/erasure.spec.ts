import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ERASED } from '@redress/contracts/personal';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { AccountHolders } from './account-holders.js';
import type { Browser } from './browser.js';
import { type Answer, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

// One story: somebody signs opinions, is kept from being erased by a hold, and is erased in the end.

type Who = 'office' | 'second' | 'leader' | 'auditor' | 'laboratory';
const TEXT = '独一无二的正文甲乙丙丁，管道漏水已经七天。';
const ASKED = '独一无二的问题戊己庚辛，哪一层漏水？';
const NAME = '欧阳独一无二壬癸';

let system: System;
let staff: Staff<Who>;
let opinionId = '';
let receipt = '';
let browser: Browser;
const person = () => staff.personOf('laboratory');
const about = (path: string) => `/people/${person()}${path}`;

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    identity: IdentityModule,
    intake: IntakeModule,
    inspection: InspectionModule,
    rectification: RectificationModule,
    audit: AuditModule,
  });
  staff = await Staff.hired(callerOf(system.url), system.operatorToken, {
    office: 'office',
    second: 'office',
    leader: 'leading-group',
    auditor: 'auditor',
    laboratory: 'unit',
  } as const);
  await does('office', 'PUT', '/people/R-laboratory', { name: NAME });
  const sent = await does('laboratory', 'POST', '/opinions', {
    channel: 'web-form',
    title: '实验楼漏水',
    text: TEXT,
    signed: true,
  });
  ({ opinionId, receipt } = sent as { opinionId: string; receipt: string });
  await does('office', 'PUT', `/opinions/${opinionId}/acknowledgement`, {});
  await does('office', 'PUT', `/opinions/${opinionId}/questions/${randomUUID()}`, { question: ASKED });
  const holders = new AccountHolders(system);
  await holders.opened('R-laboratory', PASSWORD);
  browser = await holders.signedIn('R-laboratory', PASSWORD);
});
afterAll(() => system.stop());

const PASSWORD = 'the laboratory is wet';

const does = async (who: Who, method: string, path: string, body?: object): Promise<Answer['body']> => {
  const answer = await staff.as(who, method, path, body);
  expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
  return answer.body;
};

const isTold = async (
  who: Who,
  type: string,
  status: number,
  method: string,
  path: string,
  body?: object,
) => {
  const answer = await staff.as(who, method, path, body);
  expect([answer.status, answer.body['type']]).toEqual([status, `/problems/${type}`]);
};

/** Asks again until it is so, as long as the spec may take. */
const eventually = async (ask: () => Promise<Answer['body']>, isSo: (body: Answer['body']) => boolean) => {
  for (;;) {
    const body = await ask();
    if (isSo(body)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const filesWith = (text: string, folders = system.folders): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text)),
  );

const history = async () => (await does('auditor', 'GET', `/cases/${opinionId}`))['entries'] as object[];
const WHY = { ground: 'asked-for', reason: 'They left in 2019' };

describe('what is a person’s', () => {
  it('is read by who may, found by its words, and named in the history', async () => {
    const row = await eventually(
      () => does('office', 'GET', `/opinions/${opinionId}`),
      (body) => JSON.stringify(body).includes(ASKED),
    );
    expect(row).toMatchObject({ text: TEXT });
    expect((await does('office', 'GET', '/opinions?text=甲乙丙丁'))['rows']).toHaveLength(1);
    const entries = await eventually(
      async () => ({ entries: await history() }),
      ({ entries }) => (entries as object[]).length === 3,
    );
    expect(entries).toMatchObject({
      entries: [{ data: { text: TEXT }, personal: ['title', 'text'] }, {}, { data: { question: ASKED } }],
    });
  });

  it('is sealed in the log, at the broker and in the audit', () => {
    for (const folder of system.folders.slice(1)) expect(filesWith(TEXT, [folder])).toEqual([]);
    const [data = ''] = system.folders;
    for (const [file, mark] of [
      ['intake', 'OpinionSubmitted'],
      ['audit', 'OpinionSubmitted'],
      ['directory', 'PersonRegistered'],
    ] as const) {
      const texts = eventsOf(join(data, `${file}.sqlite`), mark);
      expect([file, texts.length > 0]).toEqual([file, true]);
      for (const secret of [TEXT, ASKED, NAME]) expect(texts.join('\n')).not.toContain(secret);
    }
  });

  it('is given to the person, the office and the auditor, and that is written down', async () => {
    for (const who of ['laboratory', 'office', 'auditor'] as const) {
      const { events, account } = await does(who, 'GET', about('/personal-data'));
      const all = JSON.stringify(events);
      for (const text of [TEXT, ASKED, NAME, 'AccountOpened', 'PasswordSet'])
        expect([who, all.includes(text)]).toEqual([who, true]);
      expect(account).toMatchObject({ hasPassword: true, sessions: [{ by: 'password' }], browsers: [{}] });
    }
    await isTold('leader', 'nobody-with-this-id', 404, 'GET', about('/personal-data'));
    const page = await eventually(
      () => does('auditor', 'GET', '/events?type=PersonalDataExported'),
      ({ rows }) => (rows as object[]).length === 3,
    );
    expect(page['rows']).toMatchObject([{ person: person() }, { person: staff.personOf('office') }, {}]);
  });
});

describe('whoever is to be erased', () => {
  it('is not as long as there is a hold, nor by one person alone', async () => {
    const hold = about(`/legal-holds/${randomUUID()}`);
    await isTold('second', 'erasure-not-proposed', 409, 'DELETE', about('/personal-data'));
    await does('leader', 'PUT', hold, { reason: 'A court asked for it' });
    await isTold('office', 'on-legal-hold', 409, 'PUT', about('/erasure'), WHY);
    await does('leader', 'PUT', `${hold}/lifting`, { reason: 'The court has ruled' });
    await does('office', 'PUT', about('/erasure'), WHY);
    await isTold('office', 'proposed-by-oneself', 403, 'DELETE', about('/personal-data'));
    expect(await does('auditor', 'GET', about('/erasure'))).toMatchObject({
      status: 'proposed',
      complete: false,
      holds: [{ lifted: 'The court has ruled' }],
    });
  });

  it('is gone from rows, words and files, and every service confirms it', async () => {
    expect(filesWith('独一无二的正文').length).toBeGreaterThan(0);
    await does('second', 'DELETE', about('/personal-data'));
    const report = await eventually(
      () => does('office', 'GET', about('/erasure')),
      ({ complete }) => complete === true,
    );
    expect(report).toMatchObject({ status: 'erased', keys: 1, waitingFor: [] });
    expect(report['confirmed']).toContainEqual({ service: 'intake', streams: 1, texts: 3, inClear: 0 });
    for (const text of ['独一无二的正文', '独一无二的问题', NAME])
      expect([text, filesWith(text)]).toEqual([text, []]);
    // Words are kept by pairs of characters.
    expect(filesWith('丙丁')).toEqual([]);

    expect(await does('office', 'GET', `/opinions/${opinionId}`)).toMatchObject({
      text: ERASED,
      title: ERASED,
    });
    expect((await does('office', 'GET', '/opinions?text=甲乙丙丁'))['rows']).toEqual([]);
    expect(await history()).toMatchObject([{ data: { text: ERASED } }, {}, { data: { question: ERASED } }]);
    const followed = await callerOf(system.url)('GET', `/api/receipts/${receipt}`);
    expect(followed.body).toMatchObject({ opinionId, text: ERASED, status: 'acknowledged' });
  });

  it('has no account any more, and no session goes on', async () => {
    const { confirmed } = await does('office', 'GET', about('/erasure'));
    expect(confirmed).toContainEqual({ service: 'identity', streams: 1, texts: 0, inClear: 0 });
    await eventually(
      async () => ({ isIn: await browser.isSignedIn() }),
      ({ isIn }) => isIn === false,
    );
    expect((await browser.signIn('R-laboratory', PASSWORD)).status).toBe(401);
    const db = new DatabaseSync(join(system.folders[0] ?? '', 'identity.secrets.sqlite'), { readOnly: true });
    expect(db.prepare('SELECT kind FROM secrets WHERE person = ?').all(person())).toEqual([]);
    expect(db.prepare('SELECT kind FROM secrets').all()).not.toEqual([]);
    db.close();
  });

  it('acts no more, and nothing more is kept of them', async () => {
    await eventually(
      async () => ({ status: (await staff.as('laboratory', 'GET', '/me')).status }),
      ({ status }) => status === 401,
    );
    await isTold('office', 'not-found', 404, 'GET', '/people/R-laboratory');
    for (const folder of system.folders) expect(filesWith('R-laboratory', [folder])).toEqual([]);
    await isTold('office', 'person-is-erased', 410, 'PUT', `/opinions/${opinionId}/answer`, {
      answer: 'Repaired',
    });
    await does('second', 'DELETE', about('/personal-data'));
    expect(await does('office', 'GET', about('/erasure'))).toMatchObject({ complete: true });
  });

  it('is somebody else when their number is registered again, who finds nothing of before', async () => {
    const again = await does('office', 'PUT', '/people/R-laboratory', { name: NAME });
    expect(again['personId']).not.toBe(person());
    expect(await does('office', 'GET', '/people/R-laboratory')).toEqual({ person: again['personId'] });
    const all = JSON.stringify(
      await does('office', 'GET', `/people/${String(again['personId'])}/personal-data`),
    );
    expect(all).not.toContain(person());
    expect(all).not.toContain(opinionId);
  });
});

const eventsOf = (file: string, type: string): readonly string[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  const table = file.endsWith('audit.sqlite') ? textsTable(db) : 'events';
  const column = table === 'events' ? 'event' : 'row';
  const rows = db.prepare(`SELECT ${column} AS text FROM ${table} WHERE ${column} LIKE ?`).all(`%${type}%`);
  db.close();
  return (rows as { text: string }[]).map(({ text }) => text);
};

const textsTable = (db: DatabaseSync): string =>
  (db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'texts%'`).get() as { name: string }).name;
