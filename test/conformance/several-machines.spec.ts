import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ApproveErasure, ProposeErasure } from '@redress/contracts/directory/erasure';
import { FindKeysToOpen, FindKeysToSeal, type HandedKey } from '@redress/contracts/directory/keys';
import { RegisterPerson } from '@redress/contracts/directory/people';
import { SetUp } from '@redress/contracts/identity/invitations';
import { FindSession } from '@redress/contracts/identity/sessions';
import { SignIn } from '@redress/contracts/identity/sign-in';
import type { KeyId, PersonId, Sha256 } from '@redress/contracts/values';
import { eventually } from '@redress/messaging/nats-server.testing';
import { Receiver } from '@redress/sealing/handed-over';
import { newMasterKey } from '@redress/sealing/local-master-keys';
import { envelope, killed, LoneIdentity, type Started } from '../faults/lone-identity.js';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { MongoDouble } from './doubles/mongo-double.js';

jest.setTimeout(180_000);

// Two machines, each with the directory and identity and a folder of its own. What they share is the broker, a double of
// KurrentDB, one of MongoDB, and the secrets that whoever starts them gives to all copies.
const PASSWORD = 'the keeper has two houses';
const rosterNumber = 'R-0816';
const SYSTEM = { role: 'system' } as const;
const anybody = () => envelope({ role: 'submitter' });

let log: KurrentDouble;
let mongo: MongoDouble;
let system: LoneIdentity;
let shared: Readonly<Record<string, string>>;
let first: Machine;
let second: Machine;

type Machine = { readonly folder: string; readonly directory: Started; readonly identity: Started };

const folderWith = (secret: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-machine-'));
  for (const service of ['directory', 'identity']) writeFileSync(join(folder, `${service}.secret`), secret);
  return folder;
};
const SECRET = createHash('sha256').update(randomUUID()).digest('hex');

const started = async (folder: string): Promise<Machine> => {
  const env = { ...shared, REDRESS_DATA: folder };
  const directory = await system.started('directory', env);
  return { folder, directory, identity: await system.started('identity', env) };
};
const ended = async ({ directory, identity }: Machine): Promise<void> => {
  await killed(directory);
  await killed(identity);
};

beforeAll(async () => {
  [log, mongo] = [await KurrentDouble.start(), await MongoDouble.start({ isReplicaSet: true })];
  system = await LoneIdentity.prepared();
  shared = {
    REDRESS_EVENTS: 'kurrentdb',
    REDRESS_KURRENTDB_URL: log.url,
    REDRESS_ROWS: 'mongodb',
    REDRESS_KEYS: 'mongodb',
    REDRESS_MONGODB_URL: mongo.url,
    REDRESS_MASTER_KEYS: newMasterKey(),
  };
  first = await started(folderWith(SECRET));
});
afterAll(async () => {
  await system.stop();
  log.stop();
  await mongo.stop();
  for (const { folder } of [first, second]) rmSync(folder, { recursive: true, force: true });
});

const handed = async (
  ask: typeof FindKeysToSeal | typeof FindKeysToOpen,
  about: object,
): Promise<readonly HandedKey[]> => {
  const receiver = new Receiver();
  const query = { ...about, to: receiver.address } as FindKeysToSeal & FindKeysToOpen;
  const answer = await system.services.ask(ask as typeof FindKeysToSeal, query, SYSTEM);
  if ('rejected' in answer) throw new Error(answer.rejected);
  return JSON.parse(receiver.receive(answer).toString('utf8')) as readonly HandedKey[];
};
const keyOf = async (person: PersonId) => (await handed(FindKeysToSeal, { persons: [person] }))[0];
const opened = async (id: KeyId) => (await handed(FindKeysToOpen, { ids: [id] }))[0]?.key;

it('has a session that was begun on one machine go on at the other, when the first is gone', async () => {
  const { services } = system;
  const chen = await services.send(
    RegisterPerson,
    { rosterNumber, name: 'Chen' },
    envelope({ role: 'operator' }),
  );
  const token = first.identity.setUpToken;
  expect(
    await services.send(SetUp, { token, rosterNumber, password: PASSWORD }, anybody()),
  ).not.toHaveProperty('rejected');
  const source = '0'.repeat(64) as Sha256;
  const begun = await services.send(SignIn, { rosterNumber, password: PASSWORD, source }, anybody());
  if ('rejected' in begun || 'rejected' in chen) throw new Error('it must begin');
  second = await started(folderWith(SECRET));
  await ended(first);

  const query = { sha256: createHash('sha256').update(begun.token).digest('hex') as Sha256 };
  expect(await services.ask(FindSession, query, SYSTEM)).toMatchObject({ tokenId: begun.sessionId });
  expect(
    await services.send(SignIn, { rosterNumber, password: PASSWORD, source }, anybody()),
  ).not.toHaveProperty('rejected');
  const again = { rosterNumber, name: 'Chen' };
  expect(await services.send(RegisterPerson, again, envelope({ role: 'operator' }))).toMatchObject({
    personId: chen.personId,
  });
});

it('has one key of one person though both machines are asked at once, and none once they are erased', async () => {
  const { services } = system;
  first = await started(first.folder);
  const known = await services.send(
    RegisterPerson,
    { rosterNumber: 'R-0817', name: 'Zhang' },
    envelope({ role: 'operator' }),
  );
  if ('rejected' in known) throw new Error(known.rejected);
  const another = randomUUID() as string as PersonId;
  const keys = await Promise.all(Array.from({ length: 20 }, () => keyOf(another)));
  expect(new Set(keys.map((key) => `${key?.id ?? ''} ${key?.key ?? ''}`)).size).toBe(1);

  const { personId } = known;
  const key = await keyOf(personId);
  if (!key?.id) throw new Error('there must be a key');
  expect(await opened(key.id)).toBe(key.key);
  const office = () => envelope({ role: 'office', person: randomUUID() as string as PersonId });
  const asked = { personId, ground: 'asked-for', reason: 'by request' } as const;
  expect(await services.send(ProposeErasure, asked, office())).not.toHaveProperty('rejected');
  expect(await services.send(ApproveErasure, { personId }, office())).not.toHaveProperty('rejected');
  const { id } = key;
  await eventually(async () => (await opened(id)) === undefined, 60_000);
  // Whichever machine is asked from then on, and the one that is left when the other is gone.
  const all = await Promise.all(Array.from({ length: 20 }, () => opened(id)));
  expect(all.filter((one) => one !== undefined)).toEqual([]);
  await ended(second);
  expect([await opened(id), (await keyOf(personId))?.id]).toEqual([undefined, undefined]);
});

it('keeps no key and no secret on either machine', () => {
  for (const { folder } of [first, second])
    expect(readdirSync(folder).filter((name) => name.endsWith('.sqlite'))).toEqual([]);
});

it('does not start where other secrets are given than to the copies before', async () => {
  const folder = folderWith(SECRET.replaceAll(/[0-7]/g, '8'));
  copyFileSync(join(first.folder, 'directory.secret'), join(folder, 'directory.secret'));
  const env = { ...shared, REDRESS_DATA: folder };
  await expect(system.started('identity', env)).rejects.toThrow(
    'identity.secret is not that of the other copies',
  );
  rmSync(folder, { recursive: true });
});
