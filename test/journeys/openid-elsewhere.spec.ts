import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Providers } from '../../services/identity/src/providers/providers.js';
import { CLIENT, SECRET, TestProvider } from './openid/test-provider.js';

let campus: TestProvider;
let victim: Server;
let asked = 0;

beforeAll(async () => {
  campus = await TestProvider.start();
  campus.serve('http://127.0.0.1');
  victim = createServer((_, response) => {
    asked += 1;
    response.setHeader('content-type', 'application/json').end('{"keys":[]}');
  }).listen(0, '127.0.0.1');
  await once(victim, 'listening');
});

afterAll(async () => {
  victim.close();
  await campus.stop();
});

it('nobody asks where a provider points, but at its own origin and those that are named', async () => {
  const elsewhere = `http://127.0.0.1:${String((victim.address() as AddressInfo).port)}`;
  campus.metadata = { token_endpoint: `${elsewhere}/token`, jwks_uri: `${elsewhere}/keys` };
  const settings = {
    provider: 'campus',
    en: 'Campus account',
    zh: '统一身份认证',
    issuer: campus.issuer,
    clientId: CLIENT,
    clientSecret: SECRET,
    scope: 'openid profile',
    rosterNumber: 'employee_number',
    posts: undefined,
    postCodes: {},
    origins: [],
    clockTolerance: 30,
  };
  const noted = { state: 'state', nonce: 'nonce', verifier: 'v'.repeat(43) };
  const query = `code=x&state=state&iss=${encodeURIComponent(campus.issuer)}`;
  const proofBy = (providers: Providers) =>
    providers.proofIn('campus', new URL(`http://127.0.0.1/back?${query}`), noted);

  const wary = new Providers([settings]);
  await expect(proofBy(wary)).rejects.toMatchObject({ name: 'ProviderAway' });
  await expect(wary.endedBy('campus', await campus.logoutToken({}))).rejects.toThrow();
  expect(asked).toBe(0);
  const told = new Providers([{ ...settings, origins: [elsewhere] }]);
  await expect(proofBy(told)).rejects.toMatchObject({ name: 'NoProof' });
  expect(asked).toBe(1);

  // However many say that somebody signed out there, it is asked for its keys once in a while.
  for (let n = 0; n < 3; n += 1)
    await expect(told.endedBy('campus', await campus.logoutToken({}))).rejects.toMatchObject({
      rejection: 'proof-does-not-hold',
    });
  expect(asked).toBe(2);
});
