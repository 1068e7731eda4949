import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { TestBroker } from './nats-server.testing.js';

jest.setTimeout(60_000);

// What is typed as a password goes over the broker: between machines that must be TLS, with an authority of one's own.

const folder = mkdtempSync(join(tmpdir(), 'redress-tls-'));
const [certificate, key, other] = ['broker.pem', 'broker.key', 'other.pem'].map((name) =>
  join(folder, name),
) as [string, string, string];
let broker: TestBroker;

const certified = (file: string, keyFile: string): void => {
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const about = ['-days', '2', '-subj', '/CN=broker', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...request, ...about, '-keyout', keyFile, '-out', file], { stdio: 'ignore' });
};

beforeAll(async () => {
  certified(certificate, key);
  certified(other, join(folder, 'other.key'));
  broker = await TestBroker.start('--tls', '--tlscert', certificate, '--tlskey', key);
});
afterAll(async () => {
  await broker.stop();
  rmSync(folder, { recursive: true });
});

/** What a process of its own gets to hear, since authorities are read when it starts. */
const connecting = async (scheme: string, authority?: string): Promise<string> => {
  const program = `
    import { connect } from '@nats-io/transport-node';
    import { natsOptions } from '${new URL('./nats-options.ts', import.meta.url).href}';
    const options = { ...natsOptions(), waitOnFirstConnect: false, reconnect: false };
    const said = await connect(options).then(async (connection) => {
      await connection.flush();
      await connection.close();
      return 'connected';
    }, ({ message }) => message);
    console.log(said);`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@redress/source', '--input-type=module-typescript', '--eval', program],
    {
      cwd: new URL('..', import.meta.url).pathname,
      env: {
        ...process.env,
        NATS_URL: `${scheme}://localhost:${String(broker.port)}`,
        NODE_OPTIONS: '',
        ...(authority && { NODE_EXTRA_CA_CERTS: authority }),
      },
    },
  );
  return stdout.trim();
};

it('connects over TLS to a broker whose authority it was told', async () => {
  expect(await connecting('tls', certificate)).toBe('connected');
});

it('connects to none that somebody else vouches for', async () => {
  expect(await connecting('tls', other)).toMatch(/self-signed certificate/);
  expect(await connecting('tls')).toMatch(/self-signed certificate/);
});
