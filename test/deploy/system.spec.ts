import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ServerCredentials } from '@grpc/grpc-js';
import { ROOT } from '../architecture/sources.js';
import { KurrentDouble } from '../conformance/doubles/kurrent-double.js';
import { MongoDouble } from '../conformance/doubles/mongo-double.js';
import { findBroker } from './broker.js';
import { merged } from './compose.js';
import { Host } from './host.js';
import { Image, imagesIn, mayConfine, NOT_CONFINED, type Running } from './image.js';

/** Also on a machine that does much else. */
const WITHIN_MS = 300_000;
const UP_WITHIN_MS = 240_000;
const SERVICES = ['directory', 'identity', 'intake', 'rectification', 'inspection', 'audit', 'gateway'];
const KEEPING = SERVICES.filter((name) => name !== 'gateway');

// As if each were in a container: that can only be had by the superuser of this machine.
const whereConfined = mayConfine ? it : it.skip;
if (!mayConfine) process.stderr.write(`skipped: ${NOT_CONFINED}\n`);

let folder: string;
let secrets: string;
let host: Host;
let images: ReadonlyMap<string, Image>;
let kurrent: KurrentDouble;
let mongo: MongoDouble;

const imageOf = (name: string): Image => images.get(name) ?? new Image(name, '');
const secret = (name: string): string => readFileSync(join(secrets, name), 'utf8').trim();

/** The broker with its own configuration and keys; only where it listens is different. */
const startBroker = (): Running => {
  const image = imageOf('nats');
  const own = execFileSync(process.execPath, [join(ROOT, 'deploy/broker/print-authorization.mjs')], {
    encoding: 'utf8',
  });
  const conf = `${readFileSync(join(ROOT, 'deploy/images/nats.conf'), 'utf8')}${own}`;
  expect(conf).toContain('listen: "0.0.0.0:4222"');
  expect(conf).toContain('http: "127.0.0.1:8222"');
  const address = host.addressOf('nats');
  mkdirSync(join(image.root, 'etc/nats'), { recursive: true });
  writeFileSync(
    join(image.root, 'etc/nats/nats.conf'),
    conf.replace('0.0.0.0:4222', `${address}:4222`).replace('127.0.0.1:8222', `${address}:8222`),
  );
  copyFileSync(findBroker(), join(image.root, 'usr/local/bin/nats-server'));
  host.prepare('nats', image);
  return image.run(['/usr/local/bin/nats-server', '--config', '/etc/nats/nats.conf', '--name', 'nats'], {});
};

/** The stand-ins for the engines: for events with the certificate that was made for it, for rows without accounts. */
const startEngines = async (): Promise<void> => {
  const pair = {
    cert_chain: Buffer.from(secret('kurrentdb-node.crt')),
    private_key: Buffer.from(secret('kurrentdb-node.key')),
  };
  kurrent = await KurrentDouble.start({
    address: `${host.addressOf('kurrentdb')}:2113`,
    credentials: ServerCredentials.createSsl(null, [pair]),
  });
  mongo = await MongoDouble.start({ isReplicaSet: true, host: host.addressOf('mongodb'), port: 27_017 });
  for (const name of KEEPING) {
    expect(secret(`mongodb-${name}.url`)).toMatch(
      /^mongodb:\/\/redress-\w+:[\w-]{43}@mongodb:27017\/\?replicaSet=rs0/,
    );
    rmSync(join(secrets, `mongodb-${name}.url`));
    writeFileSync(join(secrets, `mongodb-${name}.url`), 'mongodb://mongodb:27017/?directConnection=true');
  }
};

/** What cannot be the same where all are at one machine: who listens for whom at which address. */
const otherwise = (name: string): Record<string, string> => ({
  REDRESS_HOST: host.addressOf(name),
  REDRESS_METRICS_HOST: host.addressOf(name),
});

beforeAll(async () => {
  if (!mayConfine) return;
  folder = mkdtempSync(join(tmpdir(), 'redress-system-'));
  secrets = join(folder, 'secrets');
  images = imagesIn(folder, [...SERVICES, 'cli', 'prepare'], ['nats']);
  const prepared = imageOf('prepare').run(['node', '/redress/main.js', '/data'], {});
  expect([await prepared.ended, prepared.said]).toEqual([0, expect.stringContaining('Made master.key')]);
  execFileSync('cp', ['-r', join(imageOf('prepare').root, 'data'), secrets]);
  host = new Host(merged(), { REDRESS_SECRETS: secrets });
  startBroker();
  await startEngines();
}, WITHIN_MS);

afterAll(async () => {
  if (!mayConfine) return;
  await Promise.all([...images.values()].map((image) => image.stop()));
  kurrent.stop();
  await mongo.stop();
  rmSync(folder, { recursive: true, force: true });
}, WITHIN_MS);

whereConfined.each(SERVICES)(
  '%s has all that it needs in what docker-compose.yml gives it',
  async (name) => {
    await host.up(name, imageOf(name), otherwise(name), UP_WITHIN_MS);
  },
  WITHIN_MS,
);

whereConfined(
  'together they take an opinion all the way',
  async () => {
    copyFileSync(join(ROOT, 'test/data/sample-opinions.csv'), join(imageOf('cli').root, 'data/opinions.csv'));
    const env = {
      REDRESS_TOKEN: readFileSync(join(imageOf('directory').root, 'data/operator.token'), 'utf8'),
      XDG_STATE_HOME: '/data',
    };
    const url = `http://${host.addressOf('gateway')}:3000`;
    const command = [
      'node',
      '/redress/main.js',
      '--url',
      url,
      'run-cases',
      '/data/opinions.csv',
      '--rows',
      '1',
    ];
    const told = imageOf('cli').run(command, env);
    expect([await told.ended, told.said]).toEqual([
      0,
      expect.stringMatching(/"closed":1,"answered":1,.*"lost":0/),
    ]);
    // What they wrote is in the engines, and not beside them.
    expect(kurrent.log.entries.length).toBeGreaterThan(10);
  },
  WITHIN_MS,
);
