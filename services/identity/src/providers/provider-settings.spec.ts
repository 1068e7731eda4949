import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { providersIn } from './provider-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'redress-settings-'));
const file = join(folder, 'providers.json');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (content: unknown) => {
  writeFileSync(file, JSON.stringify(content));
  return providersIn(file);
};
const campus = {
  provider: 'campus',
  en: 'Campus account',
  zh: '统一身份认证',
  issuer: 'https://login.example.org/realms/campus',
  clientId: 'redress',
  rosterNumber: 'employee_number',
};

it('are none without a file', () => {
  expect(providersIn('')).toEqual([]);
});

it('have what is usual where nothing is said', () => {
  writeFileSync(join(folder, 'secret'), 'of the client\n');
  expect(read([{ ...campus, clientSecretFile: join(folder, 'secret') }])).toEqual([
    {
      ...campus,
      clientSecret: 'of the client',
      scope: 'openid profile',
      posts: undefined,
      postCodes: {},
      origins: [],
      clockTolerance: 30,
    },
  ]);
});

it.each([
  ['must hold a list', {}],
  ['must be an object', ['campus']],
  ['clientSecret is not known', [{ ...campus, clientSecret: 'in the open' }]],
  ['issuer must be an https address', [{ ...campus, issuer: 'http://login.example.org' }]],
  ['provider must be a short name', [{ ...campus, provider: 'a/b' }]],
  ['rosterNumber must be a text', [{ ...campus, rosterNumber: 7 }]],
  ['en must be a text', [{ ...campus, en: undefined }]],
  ['origins must be a list of origins', [{ ...campus, origins: ['https://login.example.org/keys'] }]],
  ['clockTolerance must be a number', [{ ...campus, clockTolerance: 3_600 }]],
  ['two providers have the same name', [campus, campus]],
])('are refused: %s', (says, content) => {
  expect(() => read(content)).toThrow(says);
});
