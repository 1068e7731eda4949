import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ROOT } from '../architecture/sources.js';
import { findBroker } from './broker.js';
import { merged } from './compose.js';

let folder: string;
let secrets: string;

const prepare = (): string =>
  execFileSync(process.execPath, [join(ROOT, 'deploy/compose/prepare.mjs'), secrets], { encoding: 'utf8' });
const secret = (name: string): string => readFileSync(join(secrets, name), 'utf8').trim();
const all = (): readonly string[] =>
  readdirSync(secrets, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(secrets, name)).isFile(),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-prepare-'));
  secrets = join(folder, 'run/secrets');
  prepare();
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('what prepare.sh runs', () => {
  it('makes every file that the compose files put into containers, and what signs certificates besides', () => {
    const wanted = [merged(), merged('cluster', 'observability')].flatMap(({ configs, secrets: files }) =>
      [...Object.values(configs), ...Object.values(files)].map(
        ({ file }) => /^\$\{REDRESS_SECRETS[^}]*\}\/(.*)$/.exec(file)?.[1],
      ),
    );
    const notMounted = ['kurrentdb-ca.key', 'nats-route', 'providers/providers.json'];
    const expected = new Set([...wanted.filter((name) => name !== undefined), ...notMounted]);
    expect(new Set(all())).toEqual(expected);
  });

  it('changes nothing when all is there, and makes only what is missing', () => {
    const before = new Map(all().map((name) => [name, secret(name)]));
    expect(prepare()).toBe('All is there; nothing was changed.\n');
    rmSync(join(secrets, 'nats-audit.nk'));
    rmSync(join(secrets, 'mongodb-intake.url'));
    expect(prepare()).toBe(
      'Made nats-audit.nk, nats-keys.conf, mongodb-intake.url, mongodb-intake-cluster.url.\n',
    );
    const changed = all().filter((name) => secret(name) !== before.get(name));
    expect(changed.toSorted()).toEqual([
      'mongodb-intake-cluster.url',
      'mongodb-intake.url',
      'nats-audit.nk',
      'nats-keys.conf',
    ]);
  });

  it('draws each secret by itself', () => {
    const drawn = all().filter((name) => !/\.(conf|crt|url|json)$/.test(name));
    expect(new Set(drawn.map(secret)).size).toBe(drawn.length);
    for (const name of ['receipt.secret', 'identity.key', 'kurrentdb-admin'])
      expect(secret(name).length).toBe(43);
    const passwords = all()
      .filter((name) => /^mongodb-\w+\.url$/.test(name))
      .map((name) => new URL(secret(name)).password);
    expect(new Set(passwords).size).toBe(6);
  });

  it('gives containers, which are other accounts, what they read, and hides what signs', () => {
    const modes = new Map(all().map((name) => [name, statSync(join(secrets, name)).mode & 0o777]));
    expect(modes.get('kurrentdb-ca.key')).toBe(0o400);
    modes.delete('kurrentdb-ca.key');
    expect(new Set(modes.values())).toEqual(new Set([0o444]));
  });

  it('writes a master key as the directory reads it', () => {
    expect(secret('master.key')).toMatch(/^[0-9a-f]{16} [A-Za-z0-9+/]{43}=$/);
  });
});

describe('the certificate of KurrentDB', () => {
  it('names all three servers, is vouched for by the authority that clients are given, and vouches for nobody', () => {
    const [own, authority] = ['kurrentdb-node.crt', 'kurrentdb-ca.crt'].map(
      (name) => new X509Certificate(secret(name)),
    );
    expect(own?.subject).toBe('CN=eventstoredb-node');
    for (const name of ['kurrentdb', 'kurrentdb-2', 'kurrentdb-3', 'localhost'])
      expect(own?.checkHost(name)).toBe(name);
    expect(own?.verify(authority?.publicKey ?? own.publicKey)).toBe(true);
    expect([own?.ca, authority?.ca]).toEqual([false, true]);
    expect(own?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
    expect(Date.parse(own?.validTo ?? '')).toBeGreaterThan(Date.now() + 9 * 365 * 86_400_000);
  });

  it('is taken by a client that trusts the authority, and by no other', async () => {
    const server = createServer(
      { key: secret('kurrentdb-node.key'), cert: secret('kurrentdb-node.crt') },
      (socket) => {
        socket.end('here');
      },
    );
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const greeting = async (ca: string | undefined): Promise<string> => {
      const client = connect({ port, host: '127.0.0.1', servername: 'kurrentdb', ...(ca && { ca }) });
      try {
        const [data] = (await once(client, 'data')) as [Buffer];
        return data.toString();
      } finally {
        client.destroy();
      }
    };
    expect(await greeting(secret('kurrentdb-ca.crt'))).toBe('here');
    await expect(greeting(undefined)).rejects.toThrow(/certificate/);
    server.close();
  });
});

describe('the configuration of the broker', () => {
  it.each(['nats.conf', 'nats-cluster.conf'])('%s is valid with the keys that were made', (name) => {
    const etc = join(folder, 'etc/nats');
    mkdirSync(etc, { recursive: true });
    const own = execFileSync(process.execPath, [join(ROOT, 'deploy/broker/print-authorization.mjs')], {
      encoding: 'utf8',
    });
    for (const file of ['nats.conf', 'nats-cluster.conf']) {
      const text = readFileSync(join(ROOT, 'deploy/images', file), 'utf8');
      writeFileSync(join(etc, file), file === 'nats.conf' ? `${text}${own}` : text);
    }
    const said = execFileSync('sh', ['-c', `"${findBroker()}" -t -c "${join(etc, name)}" 2>&1`], {
      encoding: 'utf8',
    });
    expect(said).toContain('is valid');
  });
});
