import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { AccountHolders } from './account-holders.js';
import { startSystem, type System } from './system.js';

// What a real browser makes of our options, and we of its answers, with an authenticator that Chromium pretends to have.

const CHROMIUM = '/usr/bin/chromium';
const PASSWORD = 'Ann counts 47 grey herons';
const ALONE = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];
const QUIET = ['--disable-background-networking', '--disable-component-update'];

// A browser takes its time to start on a machine that is busy.
jest.setTimeout(300_000);
const shown = existsSync(CHROMIUM) ? it : it.skip;
if (!existsSync(CHROMIUM)) process.stderr.write(`skipped: ${CHROMIUM} is not on this machine\n`);

let system: System;
let browser: Browser;
let page: Page;
let cdp: CDPSession;
let authenticatorId = '';

beforeAll(async () => {
  if (!existsSync(CHROMIUM)) return;
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  await new AccountHolders(system).person('R1', PASSWORD);
  browser = await chromium.launch({ executablePath: CHROMIUM, args: [...ALONE, ...QUIET], timeout: 120_000 });
  const context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(120_000);
  // The only page that is ours as yet: data is shown by no browser as a page that may do anything.
  await page.goto(`${system.url.replace('127.0.0.1', 'localhost')}/api/docs`);
  cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  ({ authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...({ protocol: 'ctap2', transport: 'internal' } as const),
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      automaticPresenceSimulation: true,
    },
  }));
});
afterAll(async () => {
  if (!existsSync(CHROMIUM)) return;
  await browser.close();
  await system.stop();
});

// Runs in the page, which is why it is text: as a page of ours would do it.
const IN_PAGE = `
  globalThis.ours = {
    csrfToken: undefined,
    async ask(method, path, body) {
      const headers = body ? { 'content-type': 'application/json' } : {};
      if (ours.csrfToken) headers['x-csrf-token'] = ours.csrfToken;
      const answer = await fetch('/api' + path, { method, headers, body: body && JSON.stringify(body) });
      const told = await answer.json();
      if (told.csrfToken) ours.csrfToken = told.csrfToken;
      return { status: answer.status, ...told };
    },
    async made(name) {
      const { options } = await ours.ask('POST', '/account/passkeys/challenge', { name });
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
      return (await navigator.credentials.create({ publicKey })).toJSON();
    },
    async signed(path) {
      const { options } = await ours.ask('POST', path + '/challenge', {});
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      return (await navigator.credentials.get({ publicKey })).toJSON();
    },
  };
`;
const inPage = async (code: string): Promise<unknown> => page.evaluate(`(async () => { ${code} })()`);
const signIn = `ours.ask('POST', '/session', { rosterNumber: 'R1', password: ${JSON.stringify(PASSWORD)} })`;

shown('Chromium makes a passkey, and signs in with it, as a second step and by itself', async () => {
  await inPage(IN_PAGE);
  expect(await inPage(`return ${signIn}`)).toMatchObject({ status: 201, needs: [] });
  const enrolled = await inPage(
    `return ours.ask('POST', '/account/passkeys', await ours.made('of Chromium'))`,
  );
  expect(enrolled).toMatchObject({ status: 201, needs: [] });
  expect(await inPage(`return ours.ask('GET', '/account/factors')`)).toMatchObject({
    rows: [{ kind: 'passkey', name: 'of Chromium' }],
  });

  expect(await inPage(`return ours.ask('DELETE', '/session')`)).toMatchObject({ status: 200 });
  expect(await inPage(`return ${signIn}`)).toMatchObject({ status: 201, needs: ['passkey'] });
  expect(await inPage(`return ours.ask('GET', '/me')`)).toMatchObject({ status: 401 });
  const path = '/session/proofs/passkey';
  const proved = await inPage(`return ours.ask('POST', '${path}', await ours.signed('${path}'))`);
  expect(proved).toMatchObject({ status: 201, needs: [] });

  expect(await inPage(`return ours.ask('DELETE', '/session')`)).toMatchObject({ status: 200 });
  const alone = await inPage(
    `return ours.ask('POST', '/session/passkey', await ours.signed('/session/passkey'))`,
  );
  expect(alone).toMatchObject({ status: 201, needs: [] });
  expect(await inPage(`return ours.ask('GET', '/me')`)).toMatchObject({ status: 200 });
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
  expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true, signCount: 3 }]);
});

shown(
  'Chromium makes no second one where there is one, and signs nothing for whom it does not know',
  async () => {
    expect(await inPage(`return ours.made('again').then(() => 'made', ({ name }) => name)`)).toBe(
      'InvalidStateError',
    );
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    const told = await inPage(
      `return ours.signed('/session/passkey').then(() => 'signed', ({ name }) => name)`,
    );
    expect(told).toBe('NotAllowedError');
  },
);
