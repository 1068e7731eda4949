import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { text } from '@redress/evidence/bytes.examples';
import { zip } from '@redress/evidence/examine/samples.examples';
import { refused } from './expected.js';
import { sentRaw } from './raw.js';
import { world } from './world.js';

const unit = { name: 'A unit', from: '2020-01-01' };

describe('API4: unrestricted resource consumption', () => {
  it.each([
    ['as one text', { ...unit, name: 'x'.repeat(1_048_576) }, 413, 'too-large'],
    ['deep', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'malformed'],
    ['deep as objects', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 400, 'malformed'],
    [
      'wide',
      Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${String(n)}`, n])),
      400,
      'malformed',
    ],
    ['many numbers', `{"name":[${'1,'.repeat(200_000)}1]}`, 400, 'malformed'],
    ['one long number', `{"name":${'9'.repeat(1_000_000)}}`, 400, 'malformed'],
  ])('a body that is large %s is refused', async (_, body, status, type) => {
    const answer = await world().leavingNothing(() => world().as('operator', 'PUT', '/units/U-large', body));
    expect(answer).toEqual(refused(status, type, status === 413 ? {} : { errors: expect.anything() }));
  });

  it.each([
    ['limit=201', 'limit'],
    ['limit=0', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=1e9', 'limit'],
    ['limit=99999999999999999999', 'limit'],
    ['limit=10&limit=10', 'limit'],
    [`text=${'x'.repeat(201)}`, 'text'],
    [`cursor=${'x'.repeat(2_001)}`, 'cursor'],
  ])('a list is not asked for by %s', async (query, field) => {
    expect(await world().as('office', 'GET', `/tasks?${query}`)).toEqual(
      refused(400, 'malformed', { errors: { [field]: expect.anything() } }),
    );
  });

  it.each([
    [
      'address',
      (n: number) => `GET /api/${'x'.repeat(n)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      9_000,
      414,
      'address-too-long',
    ],
    [
      'header',
      (n: number) => `GET /api/me HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(n)}\r\n\r\n`,
      20_000,
      431,
      'too-large',
    ],
    [
      'number of headers',
      (n: number) => `GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'X: y\r\n'.repeat(n)}\r\n`,
      150,
      431,
      'too-many-headers',
    ],
    [
      'number of headers',
      (n: number) => `GET /api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'a:\r\n'.repeat(n)}\r\n`,
      3_000,
      431,
      'too-many-headers',
    ],
  ] as const)('a large %s is refused', async (_, request, size, status, type) => {
    const [answer] = await sentRaw(world().port, request(size));
    expect([answer?.status, answer?.type]).toEqual([status, type]);
  });

  it('something small that unpacks to something large is not unpacked', async () => {
    const packed = gzipSync(Buffer.from(JSON.stringify({ ...unit, name: 'x'.repeat(100_000) })));
    for (const coding of ['gzip', 'br', 'deflate', 'gzip, gzip']) {
      const response = await fetch(`${world().system.url}/api/units/U-packed`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${world().system.operatorToken}`,
          'content-type': 'application/json',
          'content-encoding': coding,
        },
        body: packed,
      });
      const { type } = (await response.json()) as { type: string };
      expect([coding, response.status, type]).toEqual([coding, 400, '/problems/malformed']);
    }
    for (const [name, bytes, reason] of [
      ['bomb.docx', zip(), 'archive'],
      ['bomb.txt', gzipSync(text('0'.repeat(20_000_000))), 'archive'],
    ] as const) {
      const at = `/api/evidence-uploads/${randomUUID()}/file?name=${name}`;
      const response = await fetch(`${world().system.url}${at}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${world().people.tokenOf('kitchen')}`,
          'content-type': 'application/octet-stream',
        },
        body: new Uint8Array(bytes),
      });
      const { type } = (await response.json()) as { type: string };
      expect([name, response.status >= 400 && response.status < 500, type]).toEqual([
        name,
        true,
        `/problems/${reason}`,
      ]);
    }
  });

  it('whoever waits, waits ten seconds at most, and is told so', async () => {
    const { headers } = await world().call('GET', `/api/issues/${world().issueId}`, {
      token: world().people.tokenOf('office'),
      headers: { prefer: 'wait=999999' },
    });
    expect(headers.get('preference-applied')).toBe('wait=10');
  });

  it('however many hold connections open and say nothing, whoever asks is answered', async () => {
    const slow: Socket[] = [];
    for (let n = 0; n < 300; n += 1) {
      const socket = connect(world().port, '127.0.0.1').on('error', () => undefined);
      socket.write('GET /api/me HTTP/1.1\r\nHost: x\r\nX-Slow: ');
      slow.push(socket);
    }
    expect((await world().as('office', 'GET', '/me')).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it('a flood of opinions without a name is held off, and reaches nothing else', async () => {
    const malformed = { channel: 'web-form' };
    const others: [string, number][] = [];
    const statuses: Record<number, number> = {};
    for (let wave = 0; wave < 10; wave += 1) {
      const flood = Array.from({ length: 60 }, () => world().anonymously('POST', '/opinions', malformed));
      // While it comes: who is signed in does what they do, and who holds a receipt looks at it.
      const [done, receipt, notices, mine] = await Promise.all([
        world().as('operator', 'PUT', `/units/U-flood-${String(wave)}`, unit),
        world().anonymously('GET', `/receipts/${world().receipt}`),
        world().anonymously('GET', '/notices'),
        world().as('library', 'POST', '/opinions', { ...malformed, title: 'A lamp', text: 'It is dark' }),
      ]);
      others.push(
        ['command', done.status],
        ['receipt', receipt.status],
        ['notices', notices.status],
        ['signed', mine.status],
      );
      for (const answer of await Promise.all(flood)) {
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (answer.status !== 429) continue;
        expect(answer).toEqual(refused(429, 'too-many-without-a-name'));
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      }
    }
    expect(Object.keys(statuses)).toEqual(['400', '429']);
    expect(statuses[429]).toBeGreaterThan(50);
    expect(others.filter(([, status]) => status >= 300)).toEqual([]);
  });

  it('a flood of invented tokens keeps out nobody who is known', async () => {
    await world().as('office', 'GET', '/me');
    const statuses: Record<number, number> = {};
    for (let wave = 0; wave < 10; wave += 1) {
      const flood = Array.from({ length: 60 }, (_, n) =>
        world().call('GET', '/api/me', { token: `rdr_${String(wave)}-${String(n)}` }),
      );
      expect((await world().as('office', 'GET', '/me')).status).toBe(200);
      for (const answer of await Promise.all(flood)) {
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        if (answer.status === 429) expect(answer).toEqual(refused(429, 'too-many-unknown-tokens'));
      }
    }
    expect(Object.keys(statuses)).toEqual(['401', '429']);
  });
});
