import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import { withFile } from '../table-file/files.examples.js';
import { settingsFrom } from './settings.js';

const withData = (run: (data: string) => void): Promise<void> =>
  withFile('', (path) => {
    const data = dirname(path);
    mkdirSync(data, { recursive: true });
    writeFileSync(`${data}/operator.token`, 'from the file\n');
    run(data);
    return Promise.resolve();
  });

it('takes options before the environment, and that before what the server on this machine has', () =>
  withData((data) => {
    const env = { REDRESS_DATA: data };
    expect(settingsFrom({}, env)).toEqual({ url: 'http://127.0.0.1:3000', token: 'from the file', data });
    const more = { ...env, REDRESS_PORT: '4000', REDRESS_TOKEN: 'from the environment' };
    expect(settingsFrom({}, more)).toMatchObject({
      url: 'http://127.0.0.1:4000',
      token: 'from the environment',
    });
    const options = { url: 'https://redress.example/', token: 'given' };
    expect(settingsFrom(options, more)).toMatchObject({ url: 'https://redress.example', token: 'given' });
  }));

it('says what is missing', () => {
  expect(() => settingsFrom({}, { REDRESS_DATA: '/no/such' })).toThrow(
    /no token: \/no\/such\/operator.token/,
  );
  expect(() => settingsFrom({ url: 'ftp://x', token: 't' }, {})).toThrow(/is no address of a server/);
});
