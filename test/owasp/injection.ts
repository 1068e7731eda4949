import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { world } from './world.js';

const tasksFor = async (query: Readonly<Record<string, string>>) => {
  const answer = await world().as('office', 'GET', `/tasks?${new URLSearchParams(query).toString()}`);
  return { status: answer.status, rows: (answer.body['rows'] ?? []) as readonly unknown[] };
};

describe('injection', () => {
  it.each([
    "' OR '1'='1",
    '" OR ""="',
    "'; DROP TABLE rows; --",
    "soup' UNION SELECT * FROM events --",
    'soup*',
    'soup NOT zebra',
    'NEAR(soup, hot)',
    'title:soup',
    '{"$gt":""}',
    '$where:1',
    '.*',
    '%',
    '_',
    '\\',
    '"',
    '(',
    'a\u0000b',
  ])('a search for %j breaks nothing, and shows nobody more', async (text) => {
    const { status, rows } = await tasksFor({ text });
    expect([200, 400]).toContain(status);
    // Where there is nothing in it to look for, as where nothing is said.
    expect(rows.length).toBeLessThanOrEqual((await tasksFor({})).rows.length);
    const query = new URLSearchParams({ text }).toString();
    expect((await world().as('library', 'GET', `/tasks?${query}`)).body['rows'] ?? []).toEqual([]);
    expect((await tasksFor({ text: 'soup' })).rows).toHaveLength(1);
  });

  it.each([
    ['leadUnit[$ne]', 'x'],
    ['leadUnit[$gt]', ''],
    ['leadUnit', '{"$ne":null}'],
    ['status[$regex]', '.*'],
    ['status', 'open,closed'],
    ['$where', 'sleep(1000)'],
    ['order', 'asc; DROP TABLE rows'],
    ['by', 'revision'],
    ['cursor', 'eyJhZnRlciI6eyIkZ3QiOiIifX0'],
    ['atLeast', "1' OR 1"],
  ])('a list is not asked for by %s=%s', async (name, value) => {
    expect((await tasksFor({ [name]: value })).status).toBe(400);
  });

  it.each([
    ['a unit', 'PUT', '/units/U-nosql', { name: { $gt: '' }, from: '2020-01-01' }, 'name'],
    ['a day', 'PUT', '/units/U-nosql', { name: 'x', from: { $ne: null } }, 'from'],
    ['a number', 'PUT', '/people/R-nosql', { name: ['x'] }, 'name'],
    ['a list', 'POST', '/tokens', { post: { $in: ['office'] }, rosterNumber: 'R-office' }, 'post'],
  ])('%s is no condition', async (_, method, path, body, field) => {
    const answer = await world().leavingNothing(() => world().as('operator', method, path, body));
    expect(answer).toEqual(refused(400, 'malformed', { errors: { [field]: expect.anything() } }));
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '=HYPERLINK("http://evil.example";"x")',
    "=cmd|'/c calc'!A0",
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '＝1+1',
    '"=1+1',
  ])('a title %j is no formula in what is taken away', async (title) => {
    const taskId = randomUUID();
    const deadline = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const owed = { title: `${title} x`, taskType: 'time-bound', criterion: title, deadline };
    const task = {
      issues: [world().issueId],
      ...owed,
      leadUnit: world().people.unitOf('kitchen'),
      supportingUnits: [],
    };
    const { status, body } = await world().as('office', 'PUT', `/tasks/${taskId}`, task);
    expect(status).toBe(200);
    await world().as('office', 'GET', `/tasks/${taskId}?atLeast=${String(body['position'])}`);
    const response = await fetch(`${world().system.url}/api/ledger.csv?lang=en`, {
      headers: { authorization: `Bearer ${world().people.tokenOf('office')}` },
    });
    const cells = [...(await response.text()).matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
    const formulas = cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell));
    expect(formulas).toEqual([]);
    expect(cells.length).toBeGreaterThan(20);
  });

  it.each([
    '../../etc/passwd.txt',
    '..\\..\\windows\\system.txt',
    '/etc/passwd.txt',
    'C:\\x.txt',
    'a\r\nSet-Cookie: x=1.txt',
    'a"; filename="evil.html',
    'a\u0000.txt',
    '%2e%2e%2fx.txt',
    'a\u202Etxt.exe',
    '.htaccess',
    'CON.txt',
    `${'x'.repeat(300)}.txt`,
  ])('a file called %j is called something harmless, or refused', async (name) => {
    const at = `/evidence-uploads/${randomUUID()}/file?name=${encodeURIComponent(name)}`;
    const response = await fetch(`${world().system.url}/api${at}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${world().people.tokenOf('kitchen')}`,
        'content-type': 'application/octet-stream',
      },
      body: `The soup is warm. ${name}`,
    });
    const taken = (await response.json()) as { name?: string; sha256?: string };
    if (response.status !== 200) {
      expect([400, 422]).toContain(response.status);
      return;
    }
    expect(taken.name).toMatch(/^[^/\\\p{Cc}\u202a-\u202e]{1,120}$/u);
    const entry = `/tasks/${world().taskId}/evidence/${randomUUID()}`;
    const file = { sha256: taken.sha256, name: taken.name };
    const { body: attached } = await world().as('kitchen', 'PUT', entry, { note: 'x', file });
    await world().as('kitchen', 'GET', `/tasks/${world().taskId}?atLeast=${String(attached['position'])}`);
    const got = await fetch(
      `${world().system.url}/api/evidence/${String(taken.sha256)}?task=${world().taskId}`,
      { headers: { authorization: `Bearer ${world().people.tokenOf('kitchen')}` } },
    );
    expect([got.status, got.headers.get('set-cookie')]).toEqual([200, null]);
    expect(got.headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n/\\]+"(; filename\*=UTF-8''[\w.%-]+)?$|^attachment; filename=[\w.%-]+(; filename\*=UTF-8''[\w.%-]+)?$/,
    );
    expect(await got.text()).toContain('The soup is warm.');
  });
});
