import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { type Call, callerOf } from './caller.js';
import { startSystem, type System } from './system.js';

type Examples = Readonly<Record<string, { readonly value: object }>>;
type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[];
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly examples?: Examples }>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string }>>;
};
type Document = {
  readonly components: { readonly responses: Readonly<Record<string, object>> };
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

let system: System;
let call: Call;
let document: Document;
let operations: readonly (Operation & { readonly method: string; readonly path: string })[];

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule });
  call = callerOf(system.url);
  document = (await call('GET', '/api/openapi.json')).body as unknown as Document;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
});

afterAll(() => system.stop());

const isOpen = ({ security }: Operation): boolean => security.some((one) => Object.keys(one).length === 0);

describe('without a token', () => {
  it('only the routes that are said to be open can be called', () => {
    const open = operations.filter(isOpen).map(({ operationId }) => operationId);
    expect(open.sort()).toEqual([
      'health.live',
      'health.ready',
      'notices.follow',
      'notices.list',
      'notices.object',
      'notices.read',
      'opening.accept',
      'opening.setUp',
      'opinions.submit',
      'passkeySignIn.begin',
      'passkeySignIn.signIn',
      'providers.begin',
      'providers.end',
      'providers.finish',
      'providers.list',
      'receipts.appraise',
      'receipts.follow',
      'receipts.write',
      'registrations.ask',
      'registrations.fetch',
      'registrations.follow',
      'session.signIn',
      'submittersFiles.attach',
      'submittersFiles.read',
    ]);
  });

  it('every other route answers 401, whatever is sent', async () => {
    const closed = operations.filter((operation) => !isOpen(operation));
    expect(closed.length).toBeGreaterThan(25);
    for (const { method, path } of closed) {
      const { status, headers, body } = await call(method, path.replaceAll(/\{.*?\}/g, 'x'), {
        ...(method === 'GET' ? {} : { body: { any: 'thing' } }),
      });
      expect([path, status, headers.get('www-authenticate'), body['type']]).toEqual([
        path,
        401,
        'Bearer realm="redress"',
        '/problems/no-token',
      ]);
    }
  });

  it.each(['Bearer', 'Bearer nonsense', 'Basic eDp5', 'Bearer a b', `Bearer rdr_${'x'.repeat(43)}`])(
    'a wrong one is refused on every route, open or not: %s',
    async (authorization) => {
      for (const path of ['/api/units', '/api/health/live', '/api/receipts/ABCD'])
        expect((await call('GET', path, { headers: { authorization } })).status).toBe(401);
    },
  );
});

describe('the document', () => {
  it('is OpenAPI 3.1, in which every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/(.*?)"/g)].map(
      ([, to]) => to ?? '',
    );
    expect(references.length).toBeGreaterThan(100);
    const at = (to: string): unknown =>
      to
        .split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
    expect([...new Set(references)].filter((to) => at(to) === undefined)).toEqual([]);
  });

  it('names every operation, each otherwise', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.filter((id) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of every operation what it is for', () => {
    expect(operations.filter(({ summary = '' }) => summary.length < 10)).toEqual([]);
  });

  it('asks for no header that may be absent, and says each once', () => {
    for (const { operationId, parameters } of operations) {
      const headers = parameters.filter((parameter) => parameter.in === 'header');
      const shared = parameters.flatMap(({ $ref = '' }) => $ref.split('/').slice(3));
      expect([operationId, headers, new Set(shared).size]).toEqual([operationId, [], shared.length]);
    }
  });

  it('declares exactly the parameters of every path', () => {
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(.*?)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([path, declared.sort()]).toEqual([path, inPath.sort()]);
    }
  });

  it('says what is answered, and how it fails', () => {
    for (const { operationId, responses } of operations) {
      const [success] = Object.entries(responses).filter(([status]) => /^(2|303$)/.test(status));
      expect([operationId, success]).toEqual([
        operationId,
        [expect.any(String), expect.objectContaining({ content: expect.anything() })],
      ]);
      expect(responses['default']).toEqual({ $ref: '#/components/responses/Problem' });
    }
  });

  it('names for every operation each status with which it may fail, and the problems that come with it', () => {
    const shared = document.components.responses;
    const problemsOf = (response: { readonly $ref?: string } = {}): readonly string[] =>
      JSON.stringify(shared[response.$ref?.split('/').at(-1) ?? ''] ?? response).match(
        /(?<=\/problems\/)[a-z-]+/g,
      ) ?? [];
    const failing = (id: string, status: string): readonly string[] =>
      problemsOf(operations.find(({ operationId }) => operationId === id)?.responses[status]);
    for (const { operationId } of operations) {
      const all = ['400', '401', '403', '422', '429'].map(
        (status) => failing(operationId, status).length > 0,
      );
      expect([operationId, ...all]).toEqual([operationId, true, true, true, true, true]);
    }
    expect(failing('triage.answer', '409')).toContain('not-acknowledged-yet');
    expect(failing('triage.answer', '415')).toEqual(['not-json']);
    expect(failing('opinions.see', '404')).toEqual(['not-found', 'no-such-route']);
    expect(failing('opinions.see', '409')).toEqual([]);
  });

  it('shows bodies that are taken for what they are', async () => {
    const cookie = 'redress-loopback-session=rds_of-nobody';
    const csrfToken = createHmac('sha256', 'rds_of-nobody').update('csrf').digest('base64url');
    const headers = { cookie, 'x-csrf-token': csrfToken, origin: system.url };
    const shown = operations.flatMap(({ method, path, requestBody }) =>
      Object.values(requestBody?.content['application/json']?.examples ?? {}).map(({ value }) => ({
        ...{ method, path: path.replace(/\{(?:factorId|registrationId)\}/, randomUUID()), body: value },
      })),
    );
    expect(shown.length).toBeGreaterThan(9);
    // What would judge them does not run here.
    const told = await Promise.all(
      shown.map(async ({ method, path, body }) => {
        const { status } = await call(method, path, { headers, body });
        return [path, status];
      }),
    );
    expect(told).toEqual(shown.map(({ path }) => [path, 503]));
  });

  it('can be read as a page that needs nothing from elsewhere', async () => {
    const page = await fetch(`${system.url}/api/docs`);
    expect(page.headers.get('content-type')).toContain('text/html');
    const html = await page.text();
    const sources = [...html.matchAll(/(?:src|href)="(.*?)"/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(3);
    for (const source of sources) {
      expect(source).toMatch(/^\.\/docs\//);
      expect((await fetch(new URL(source, `${system.url}/api/docs`))).status).toBe(200);
    }
  });
});
