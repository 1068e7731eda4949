import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { TestBroker } from '@redress/messaging/nats-server.testing';

jest.setTimeout(60_000);

// What is typed as a password goes over the broker: between machines that must be TLS, with an authority of one's own.

const folder = mkdtempSync(join(tmpdir(), 'redress-tls-'));
const [authority, other, certificate, key] = ['ca.pem', 'other.pem', 'broker.pem', 'broker.key'].map((name) =>
  join(folder, name),
) as [string, string, string, string];
let broker: TestBroker;

type Certified = { readonly key: string; readonly certificate: string };
type Certificates = {
  readonly newAuthority: (name: string) => Promise<Certified>;
  readonly newCertificate: (name: string, hosts: readonly string[], by: Certified) => Promise<Certified>;
};
const CERTIFICATES = new URL('../../deploy/compose/certificates.mjs', import.meta.url).href;

beforeAll(async () => {
  const { newAuthority, newCertificate } = (await import(CERTIFICATES)) as Certificates;
  const ours = await newAuthority('ours');
  const made = await newCertificate('broker', ['localhost'], ours);
  writeFileSync(authority, ours.certificate);
  writeFileSync(other, (await newAuthority('theirs')).certificate);
  writeFileSync(certificate, made.certificate);
  writeFileSync(key, made.key);
  broker = await TestBroker.start('--tls', '--tlscert', certificate, '--tlskey', key);
});
afterAll(async () => {
  await broker.stop();
  rmSync(folder, { recursive: true });
});

/** What a process of its own gets to hear, since authorities are read when it starts. */
const connecting = async (vouching?: string): Promise<string> => {
  const program = `
    import { connect } from '@nats-io/transport-node';
    import { natsOptions } from '@redress/messaging/nats-options';
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
      cwd: new URL('.', import.meta.url).pathname,
      env: {
        ...process.env,
        NATS_URL: `tls://localhost:${String(broker.port)}`,
        NODE_OPTIONS: '',
        ...(vouching && { NODE_EXTRA_CA_CERTS: vouching }),
      },
    },
  );
  return stdout.trim();
};

it('connects over TLS to a broker whose authority it was told', async () => {
  expect(await connecting(authority)).toBe('connected');
});

it('connects to none that somebody else vouches for', async () => {
  expect(await connecting(other)).toMatch(/unable to verify|self-signed/);
  expect(await connecting()).toMatch(/unable to verify|self-signed/);
});
