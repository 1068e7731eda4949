import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { world } from './world.js';

type Document = {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly security?: readonly object[] }>>>
  >;
};
const METHODS = ['get', 'put', 'post', 'delete'];

const documented = async (): Promise<readonly (readonly [string, string, boolean])[]> => {
  const { body } = await world().anonymously('GET', '/openapi.json');
  return Object.entries((body as unknown as Document).paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method))
      .map(
        ([method, { security = [] }]) =>
          [method.toUpperCase(), path, security.some((one) => Object.keys(one).length === 0)] as const,
      ),
  );
};

describe('API9: improper inventory management', () => {
  it('each route that is described as closed asks who comes, before anything else', async () => {
    const closed = (await documented()).filter(([, , isOpen]) => !isOpen);
    expect(closed.length).toBeGreaterThan(150);
    const odd: unknown[] = [];
    for (const [method, path] of closed) {
      const at = path.replaceAll(/\{\w+\}/g, '0190a5c4-1111-7aaa-8aaa-000000000007');
      const answer = await world().call(method, at, method === 'GET' ? {} : { body: {} });
      if (answer.status !== 401 || answer.body['type'] !== '/problems/no-token')
        odd.push([method, path, answer.status]);
    }
    expect(odd).toEqual([]);
  });

  it('the open ones are those, and no others', async () => {
    const open = (await documented())
      .filter(([, , isOpen]) => isOpen)
      .map(([method, path]) => `${method} ${path}`);
    expect(open.toSorted()).toEqual(OPEN.toSorted());
  });

  it.each([
    '/metrics',
    '/api/metrics',
    '/api/v1/tasks',
    '/api/v2/tasks',
    '/v1/tasks',
    '/api/internal/tasks',
    '/api/admin',
    '/api/debug',
    '/api/graphql',
    '/api/docs-json',
    '/api/docs-yaml',
    '/api/swagger',
    '/api/openapi.yaml',
    '/.env',
    '/.git/config',
    '/api/.env',
    '/package.json',
    '/api/docs/package.json',
    '/api/docs/swagger-ui.js.map',
    '/api/docs/index.js',
    '/api/docs/README.md',
    '/server-status',
    '/actuator/health',
    '/api/health',
    '/health',
    '/api/test',
    '/api/console',
  ])('nothing is at %s', async (path) => {
    for (const token of [undefined, world().system.operatorToken]) {
      const answer = await world().call('GET', path, token === undefined ? {} : { token });
      expect(answer).toEqual(refused(404, 'no-such-route'));
    }
  });

  it('what services say among themselves is not described, and has no address', async () => {
    const { body } = await world().anonymously('GET', '/openapi.json');
    expect(JSON.stringify(body)).not.toMatch(
      /who-acts|find-session|find-keys|nkey|directory\.|rectification\./,
    );
    for (const subject of ['directory.who-acts', 'directory/who-acts', 'identity/find-session'])
      expect(await world().as('operator', 'POST', `/${subject}`, {})).toEqual(refused(404, 'no-such-route'));
  });
});

/** Whoever adds one here has thought about who may come, and how often. */
const OPEN: readonly string[] = [
  'GET /api/health/live',
  'GET /api/health/ready',
  'GET /api/notices',
  'GET /api/notices/{taskId}',
  'GET /api/notices/{taskId}/objections/{objectionId}',
  'GET /api/providers',
  'GET /api/providers/{provider}/callback',
  'GET /api/providers/{provider}/sign-in',
  'GET /api/receipts/{receipt}',
  'GET /api/receipts/{receipt}/attachments/{entryId}',
  'POST /api/invitations/acceptance',
  'POST /api/opinions',
  'POST /api/providers/{provider}/logout',
  'POST /api/registrations/{registrationId}/invitation',
  'POST /api/registrations/{registrationId}/state',
  'POST /api/session',
  'POST /api/session/passkey',
  'POST /api/session/passkey/challenge',
  'POST /api/set-up',
  'PUT /api/notices/{taskId}/objections/{objectionId}',
  'PUT /api/receipts/{receipt}/appraisal',
  'PUT /api/receipts/{receipt}/attachments/{entryId}',
  'PUT /api/receipts/{receipt}/entries/{entryId}',
  'PUT /api/registrations/{registrationId}',
];
