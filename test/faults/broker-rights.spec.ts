import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Kvm } from '@nats-io/kv';
import { connect, type NatsConnection, nkeys } from '@nats-io/transport-node';
import { natsOptions } from '@redress/messaging/nats-options';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { ROOT } from '../architecture/sources.js';

let folder: string;
let broker: TestBroker;
const connections: NatsConnection[] = [];

const keyOf = (name: string): string => join(folder, `${name}.nk`);
const signIn = async (keyFile: string, more = {}): Promise<NatsConnection> => {
  const options = { ...natsOptions(broker.url, keyFile), reconnect: false, waitOnFirstConnect: false };
  const connection = await connect({ ...options, ...more });
  connections.push(connection);
  return connection;
};
const as = (service: string) => signIn(keyOf(service));

/** What the broker says to a publication, after it had the time to say something: the next answer comes after it. */
const told = async (connection: NatsConnection, act: () => void): Promise<string> => {
  const status = connection.status()[Symbol.asyncIterator]();
  act();
  await connection.flush();
  const said = await Promise.race([
    status.next(),
    connection.flush().then(() => ({ value: { type: 'nothing' } })),
  ]);
  const { type, error } = said.value as { type: string; error?: Error };
  return error?.message ?? type;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-rights-'));
  execFileSync(process.execPath, [join(ROOT, 'deploy/broker/make-keys.mjs'), folder]);
  broker = await TestBroker.start('-c', join(folder, 'authorization.conf'));
  const manager = await jetstreamManager(await as('directory'));
  await manager.streams.add({ name: 'EVENTS', subjects: ['events.>'] });
  await manager.streams.add({ name: 'DEAD_LETTERS', subjects: ['dead.>'] });
});

afterEach(() => Promise.all(connections.splice(0).map((connection) => connection.close())));

afterAll(async () => {
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the broker lets in', () => {
  it('nobody without a key, with another key, or with a password', async () => {
    const stranger = join(folder, 'stranger.nk');
    writeFileSync(stranger, nkeys.createUser().getSeed());
    await expect(signIn('')).rejects.toThrow(/Authorization/);
    await expect(signIn(stranger)).rejects.toThrow(/Authorization/);
    await expect(signIn('', { user: 'redress', pass: 'redress' })).rejects.toThrow(/Authorization/);
  });

  it('nobody who only knows a public key', async () => {
    const config = readFileSync(join(folder, 'authorization.conf'), 'utf8');
    const [publicKey = ''] = /U[A-Z2-7]{55}/.exec(config) ?? [];
    expect(config).not.toContain(readFileSync(keyOf('gateway'), 'utf8'));
    const forged = (nonce?: string) => ({
      nkey: publicKey,
      sig: Buffer.from(nonce ?? '').toString('base64'),
    });
    await expect(signIn('', { authenticator: forged })).rejects.toThrow(/Authorization/);
  });
});

describe('whoever has taken over a service', () => {
  const forged = { command: { taskId: 'x' }, envelope: { actor: { role: 'office' } } };

  it('cannot act as a person: a command is the gateway’s to publish', async () => {
    const heard: string[] = [];
    const rectification = await as('rectification');
    rectification.subscribe('rectification.>', {
      queue: 'rectification',
      callback: (_, { subject }) => {
        heard.push(subject);
      },
    });
    await rectification.flush();
    for (const name of ['intake', 'inspection', 'directory', 'identity', 'audit', 'rectification']) {
      const act = async () => {
        const taken = await as(name);
        return told(taken, () => {
          taken.publish('rectification.close-task', JSON.stringify(forged));
        });
      };
      expect([name, await act()]).toEqual([name, expect.stringContaining('Permissions Violation')]);
    }
    const gateway = await as('gateway');
    gateway.publish('rectification.close-task', JSON.stringify(forged));
    await gateway.flush();
    await rectification.flush();
    expect(heard).toEqual(['rectification.close-task']);
  });

  it.each([
    ['the event of another', 'events.intake.opinion.OpinionSubmitted'],
    ['a dead letter of another', 'dead.intake.tell-outcome'],
    ['that another is done with an event', '$JS.ACK.EVENTS.intake-tell-outcome.1.1.1.1.1'],
    ['that a stream be emptied', '$JS.API.STREAM.PURGE.EVENTS'],
    ['that a stream be taken away', '$JS.API.STREAM.DELETE.EVENTS'],
    ['that an event be taken away', '$JS.API.STREAM.MSG.DELETE.EVENTS'],
    ['the lease of another', '$KV.LEASES.intake.tell-outcome'],
    ['a question that is not its own to ask', 'directory.who-acts'],
    ['a request for keys that it has no use for', 'directory.find-keys-to-open'],
    ['an answer that nobody asked it for', '_INBOX.somebody.1'],
    // It may answer whatever it is asked, wherever the answer is to go: so it must not ask itself.
    ['a question to itself, not even how it is', 'rectification.health'],
  ])('cannot publish %s', async (_, subject) => {
    const taken = await as('rectification');
    const publish = () => {
      taken.publish(subject, '{}');
    };
    expect(await told(taken, publish)).toContain('Permissions Violation');
  });

  it.each(['intake.>', 'events.>', '>', '_INBOX.>', '$JS.API.>', '$KV.LEASES.>'])(
    'cannot listen to %s',
    async (subject) => {
      const taken = await as('rectification');
      const listen = () => {
        taken.subscribe(subject, { callback: () => undefined });
      };
      expect(await told(taken, listen)).toContain('Permissions Violation');
    },
  );
});

it('lets a service publish its events, answer what it was asked, and hold its own leases', async () => {
  const [directory, intake] = [await as('directory'), await as('intake')];
  const stored = await jetstream(intake).publish('events.intake.opinion.OpinionSubmitted', '{}');
  expect(stored.stream).toBe('EVENTS');
  const bucket = await new Kvm(intake).create('LEASES', { ttl: 4_000 });
  expect(await bucket.create('intake.tell-outcome', 'me')).toBe(1);
  directory.subscribe('directory.>', {
    queue: 'directory',
    callback: (_, question) => {
      question.respond('me');
    },
  });
  await directory.flush();
  const gateway = await as('gateway');
  expect((await gateway.request('directory.who-acts', '{}')).string()).toBe('me');
});
