import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { type Who, world } from './world.js';

const PRIVILEGES = {
  role: 'operator',
  roles: ['operator'],
  actor: { role: 'operator' },
  isAdmin: true,
  admin: 1,
  status: 'closed',
  unit: 'U',
  leadUnit: randomUUID(),
  person: randomUUID(),
  scopes: ['read'],
  happenedAt: '2020-01-01T00:00:00.000Z',
  recordedAt: '2020-01-01T00:00:00.000Z',
  revision: 7,
  correlationId: randomUUID(),
  $set: { role: 'operator' },
};

const unit = { name: 'A unit', from: '2020-01-01' };
const writes: readonly (readonly [string, Who | 'operator', string, string, object])[] = [
  ['an opinion', 'library', 'POST', '/opinions', { channel: 'web-form', title: 'T', text: 'T' }],
  ['a unit', 'operator', 'PUT', '/units/U-mass', unit],
  ['a person', 'operator', 'PUT', '/people/R-mass', { name: 'M' }],
  ['an acceptance', 'kitchen', 'PUT', '/tasks/:task/acceptance', { responsible: randomUUID() }],
  [
    'a report of progress',
    'kitchen',
    'PUT',
    `/tasks/:task/progress/${randomUUID()}`,
    { text: 'T', done: [] },
  ],
  ['a team', 'office', 'PUT', `/teams/${randomUUID()}`, { name: 'T', from: '2020-01-01' }],
];

describe('API3: broken object property level authorisation', () => {
  it.each(writes)('%s takes no field that is not its own', async (_, who, method, path, body) => {
    const at = path.replace(':task', world().taskId);
    const own = new Set([...Object.keys(body), ...(path.startsWith('/opinions') ? ['to', 'place'] : [])]);
    await world().leavingNothing(async () => {
      for (const [field, value] of Object.entries(PRIVILEGES)) {
        if (own.has(field)) continue;
        const answer = await world().as(who, method, at, { ...body, [field]: value });
        expect([field, answer]).toEqual([
          field,
          refused(400, 'malformed', { errors: expect.objectContaining({ [field]: expect.anything() }) }),
        ]);
      }
    });
  });

  it.each([
    ['__proto__', '{"__proto__":{"polluted":true},"name":"x","from":"2020-01-01"}'],
    ['__proto__ within', '{"name":{"__proto__":{"polluted":true}},"from":"2020-01-01"}'],
    ['constructor', '{"constructor":{"prototype":{"polluted":true}},"name":"x","from":"2020-01-01"}'],
    ['prototype', '{"prototype":{"polluted":true},"name":"x","from":"2020-01-01"}'],
    ['escaped', '{"__pro\\u0074o__":{"polluted":true},"name":"x","from":"2020-01-01"}'],
    ['toString', '{"toString":"x","name":"x","from":"2020-01-01"}'],
    ['hasOwnProperty', '{"hasOwnProperty":1,"name":"x","from":"2020-01-01"}'],
  ])('nothing gets into all objects by a body with %s', async (_, body) => {
    const answer = await world().leavingNothing(() => world().as('operator', 'PUT', '/units/U-proto', body));
    expect(answer).toEqual(refused(400, 'malformed', { errors: expect.anything() }));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    '__proto__[polluted]=true',
    '__proto__.polluted=true',
    'constructor[prototype][polluted]=true',
    'constructor.prototype.polluted=true',
    '__proto__=true',
    'toString=x',
  ])('nor by an address with %s', async (query) => {
    const answer = await world().as('office', 'GET', `/tasks?${query}`);
    expect(answer).toEqual(refused(400, 'malformed', { errors: expect.anything() }));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('what anybody may see shows no more than it must', async () => {
    const { body } = await world().anonymously('GET', `/receipts/${world().receipt}`);
    const text = JSON.stringify(body);
    for (const who of ['office', 'kitchen'] as const) expect(text).not.toContain(world().personOf(who));
    expect(text).not.toContain(world().issueId);
    const { body: providers } = await world().anonymously('GET', '/providers');
    expect(JSON.stringify(providers)).not.toMatch(/client|secret|issuer/i);
  });

  it('a unit is not told who holds the posts of others', async () => {
    const { body } = await world().as('library', 'GET', '/posts?limit=200');
    const posts = body['rows'] as readonly { code: string; holders: readonly { name?: string }[] }[];
    const named = posts.filter(({ holders }) => holders.some(({ name }) => name !== undefined));
    expect(posts.length).toBeGreaterThan(named.length);
    expect(named.map(({ code }) => code)).toEqual(['library']);
  });

  it('no answer has the text or the hash of a token', async () => {
    const { body } = await world().as('operator', 'GET', '/tokens?limit=200');
    const text = JSON.stringify(body);
    expect(text).not.toMatch(/rdr_|sha256|[0-9a-f]{64}/);
    expect((body['rows'] as unknown[]).length).toBeGreaterThan(5);
  });
});
