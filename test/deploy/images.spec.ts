import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, freePort, TestBroker } from '@redress/messaging/nats-server.testing';
import { ROOT } from '../architecture/sources.js';
import { entrypoint, Image, imagesIn, mayConfine, type Running } from './image.js';

/** All that run by themselves; the gateway is ready when the others are. */
const SERVICES = readdirSync(join(ROOT, 'services'))
  .filter((name) => name !== 'cli' && existsSync(join(ROOT, 'services', name, 'src', 'main.ts')))
  .toSorted((one) => (one === 'gateway' ? 1 : -1));
/** Also on a machine that does much else. */
const BUILT_WITHIN_MS = 300_000;
const MOST_BYTES = 250_000_000;

let folder: string;
let broker: TestBroker;
const services: Running[] = [];
let images: ReadonlyMap<string, Image>;

const imageOf = (name: string): Image => images.get(name) ?? new Image(name, join(folder, name));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-images-'));
  images = imagesIn(folder, [...SERVICES, 'cli']);
  execFileSync(process.execPath, [join(ROOT, 'deploy/broker/make-keys.mjs'), join(folder, 'keys')]);
  broker = await TestBroker.start('-c', join(folder, 'keys', 'authorization.conf'));
}, BUILT_WITHIN_MS);

afterAll(async () => {
  await Promise.all([...images.values()].map((image) => image.stop()));
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

const environmentOf = async (image: Image): Promise<Record<string, string>> => {
  copyFileSync(join(folder, 'keys', `${image.name}.nk`), join(image.root, 'run', 'key'));
  chmodSync(join(image.root, 'run', 'key'), 0o444);
  return {
    NATS_URL: broker.url,
    REDRESS_NATS_KEY_FILE: image.inside('/run/key'),
    REDRESS_DATA: image.inside('/data'),
    REDRESS_PORT: String(await freePort()),
    REDRESS_METRICS_PORT: String(await freePort()),
    NODE_ENV: 'production',
  };
};

const checkOf = (image: Image, env: Record<string, string>) =>
  image.run(['node', '/redress/healthy.js'], env);

describe(`an image${mayConfine ? '' : ', without a root of its own since this account may not give one,'}`, () => {
  it.each(SERVICES)('of %s has all that it needs to start and to be found healthy', async (name) => {
    const image = imageOf(name);
    const env = await environmentOf(image);
    const check = checkOf(image, env);
    expect(await check.ended).toBe(1);
    expect(check.said).toContain(`${name} does not answer`);

    const service = image.run(entrypoint, env);
    await eventually(async () => service.hasEnded || (await checkOf(image, env).ended) === 0, 60_000);
    if (service.hasEnded) throw new Error(`${name} ended, having said:\n${service.said}`);
    services.push(service);
  });

  it('ends as it should when it is told to', async () => {
    expect(services.length).toBe(SERVICES.length);
    for (const service of services.toReversed()) await service.stop();
    expect(await Promise.all(services.map(({ ended }) => ended))).toEqual(SERVICES.map(() => 0));
  });

  it.each([...SERVICES, 'cli'])('of %s is no larger than 250 MB', (name) => {
    expect(imageOf(name).bytes).toBeGreaterThan(100_000_000);
    expect(imageOf(name).bytes).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('has neither a shell nor what only those need who build it', () => {
    const files = [...images.values()].flatMap(({ root }) => globSync('**', { cwd: root }));
    expect(files).toContain('usr/local/bin/node');
    expect(files.filter((path) => /(^|\/)(sh|bash|npm|npx)$/.test(path))).toEqual([]);
    const modules = files.filter((path) => /node_modules\/(@[^/]+\/)?[^/]+$/.test(path));
    const packages = new Set(modules.map((path) => path.replace(/^.*node_modules\//, '')));
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(packages).toContain('sharp');
    expect(Object.keys(devDependencies).filter((name) => packages.has(name))).toEqual([]);
  });

  it('answers what it is asked on the command line', async () => {
    const told = imageOf('cli').run([...entrypoint, '--help'], {});
    expect(await told.ended).toBe(0);
    expect(told.said).toContain('Usage: redress');
  });

  it('is the same when it is built again', () => {
    const again = imagesIn(join(folder, 'again'), ['identity']).get('identity');
    expect(contentOf(again?.root ?? '')).toEqual(contentOf(imageOf('identity').root));
  });
});

/** Each file of the program with what it holds and when it was changed. */
const contentOf = (root: string): readonly string[] =>
  globSync('redress/**', { cwd: root })
    .toSorted()
    .map((path) => {
      const stat = statSync(join(root, path));
      const content = stat.isFile() ? readFileSync(join(root, path)) : '';
      return `${path} ${createHash('sha256').update(content).digest('hex')} ${String(stat.mtimeMs)}`;
    });
