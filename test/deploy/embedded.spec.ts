import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, freePort } from '@redress/messaging/nats-server.testing';
import { findBroker } from './broker.js';
import { merged } from './compose.js';
import { Host } from './host.js';
import { Image, imagesIn, mayConfine, NOT_CONFINED, type Running } from './image.js';

/** Also on a machine that does much else. */
const WITHIN_MS = 300_000;

// One container: what it may and may not do can only be had by the superuser of this machine.
const whereConfined = mayConfine ? it : it.skip;
if (!mayConfine) process.stderr.write(`skipped: ${NOT_CONFINED}\n`);

let folder: string;
let image: Image;
let cli: Image;
let container: Running;
let url: string;

beforeAll(async () => {
  if (!mayConfine) return;
  folder = mkdtempSync(join(tmpdir(), 'redress-embedded-'));
  const images = imagesIn(folder, ['embedded', 'cli']);
  [image, cli] = ['embedded', 'cli'].map((name) => images.get(name) ?? new Image(name, '')) as [Image, Image];
  copyFileSync(findBroker(), join(image.root, 'usr/local/bin/nats-server'));
  const host = new Host(merged('embedded'), {});
  const port = String(await freePort());
  url = `http://127.0.0.1:${port}`;
  const otherwise = { REDRESS_HOST: '127.0.0.1', REDRESS_PORT: port };
  container = host.start('embedded', image, otherwise);
  const isHealthy = async (): Promise<boolean> =>
    container.hasEnded || (await host.check('embedded', image, otherwise).ended) === 0;
  await eventually(isHealthy, WITHIN_MS);
  if (container.hasEnded) throw new Error(`It ended, having said:\n${container.said}`);
}, WITHIN_MS);

afterAll(async () => {
  if (!mayConfine) return;
  await cli.stop();
  await image.stop();
  rmSync(folder, { recursive: true, force: true });
});

const redress = async (...args: readonly string[]): Promise<string> => {
  const token = readFileSync(join(image.root, 'data/operator.token'), 'utf8');
  const env = { REDRESS_TOKEN: token, XDG_STATE_HOME: '/data' };
  const told = cli.run(['node', '/redress/main.js', '--url', url, ...args], env);
  const ended = await told.ended;
  if (ended !== 0) throw new Error(`redress ${args.join(' ')} ended with ${String(ended)}:\n${told.said}`);
  return told.said;
};

whereConfined(
  'one container of deploy/compose/embedded.yml takes an opinion all the way, and tells how it is',
  async () => {
    copyFileSync('test/data/sample-opinions.csv', join(cli.root, 'data/opinions.csv'));
    expect(await redress('run-cases', '/data/opinions.csv', '--rows', '1')).toMatch(
      /"closed":1,"answered":1,.*"lost":0/,
    );
    expect(await redress('status')).toContain('rectification');
    // Classes that a bundler gave another name would be seen here.
    const described = await (await fetch(`${url}/api/openapi.json`)).text();
    expect(described).not.toMatch(/"\w+\$\d+"/);
    expect((await fetch(`${url}/api/docs/swagger-ui-bundle.js`)).status).toBe(200);
  },
  WITHIN_MS,
);

whereConfined(
  'the command line in it backs it up, and proves the backup by a drill',
  async () => {
    for (const [command, last] of [
      ['backup', /ledger [0-9a-f]{64}/],
      ['drill', /All is as it was backed up/],
    ] as const) {
      const told = image.run(['node', '/redress/cli.js', 'ops', command, '/data/backup'], {
        REDRESS_DATA: '/data',
        PATH: '/usr/local/bin',
      });
      expect([await told.ended, told.said]).toEqual([0, expect.stringMatching(last)]);
    }
  },
  WITHIN_MS,
);

whereConfined('it ends all of its processes when it is told to', async () => {
  await container.stop();
  expect(await container.ended).toBe(0);
  expect(container.said).toContain('Stopped.');
});
