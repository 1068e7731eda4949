import { afterAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { agreedUpon, keptSecrets } from '@redress/hosting/secret-engine';
import type { ExampleKinds } from '@redress/sealing/secret-store.conformance';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { MongoDouble } from './doubles/mongo-double.js';
import { isAsItWas, KeysInFiles } from './keys-in-files.js';

const double = await MongoDouble.start({ isReplicaSet: false });
const machine = new KeysInFiles(double.url);
afterAll(() => double.stop());

describe('keys in files, once they are to be in MongoDB', () => {
  it('go there at the first start and are destroyed in the files, and machine.another machine has them', async () => {
    const was = await machine.fill();
    await machine.within((ring) => isAsItWas(ring, was));
    expect(readdirSync(machine.folder).toSorted()).toEqual(['directory.keys-elsewhere', 'keys.erased']);
    await machine.within((ring) => isAsItWas(ring, was));
    await machine.within((ring) => isAsItWas(ring, was), machine.another);
  });

  it.each(['before', 'after'] as const)(
    'are all there when the first start ended %s any step, and was done again',
    async (when) => {
      const was = await machine.fill();
      let steps = 0;
      for (let wasCut = true; wasCut;) {
        steps += 1;
        double.cutAt(steps, when);
        await machine.within(() => Promise.resolve()).catch(() => undefined);
        wasCut = double.wasReached();
        if (existsSync(join(machine.folder, 'keys.sqlite'))) {
          const ring = machine.inFiles();
          await isAsItWas(ring, was);
          ring.close();
        }
      }
      expect(steps).toBeGreaterThan(5);
      await machine.within((ring) => isAsItWas(ring, was));
    },
  );

  it('are left where they are while somebody has the file open, and said to be so', async () => {
    const was = await machine.fill();
    const old = machine.inFiles();
    await expect(machine.within(() => Promise.resolve())).rejects.toThrow('another process has it open');
    await isAsItWas(old, was);
    old.close();
    await machine.within((ring) => isAsItWas(ring, was));
  });

  it('are not mixed with another key of the same person', async () => {
    const was = await machine.fill();
    await machine.within((ring) => ring.toSeal([was.one]), machine.another);
    await expect(machine.within(() => Promise.resolve())).rejects.toThrow('in MongoDB somebody has another');
    expect(existsSync(join(machine.folder, 'keys.sqlite'))).toBe(true);
  });

  it('of whoever was erased in MongoDB or by a newer keys.erased do not come back', async () => {
    const was = await machine.fill();
    const [, second] = was.people;
    await machine.within((ring) => ring.erase(was.one), machine.another);
    appendFileSync(join(machine.folder, 'keys.erased'), `${JSON.stringify({ person: second, keys: [] })}\n`);
    await machine.within(async (ring) => {
      expect([...(await ring.toSeal(was.people)).values()]).toEqual(['erased', 'erased', 'erased']);
      for (const key of was.keys.values())
        if (key !== 'erased') expect((await ring.toOpen([key.id])).get(key.id)).toBe('erased');
      expect([await ring.roster.find('R1'), await ring.roster.find('R2')]).toEqual([undefined, undefined]);
    });
  });

  it('are not begun anew in files by whoever forgets the variable', async () => {
    await machine.within((ring) => ring.toSeal([randomUUID() as string as PersonId]));
    delete process.env['REDRESS_KEYS'];
    await expect(machine.within(() => Promise.resolve())).rejects.toThrow('REDRESS_KEYS must be mongodb');
    await expect(machine.within(() => Promise.resolve(), machine.another)).resolves.toBeUndefined();
  });

  it('need a master key that all copies are given', async () => {
    delete process.env['REDRESS_MASTER_KEYS'];
    await expect(machine.within(() => Promise.resolve())).rejects.toThrow('REDRESS_MASTER_KEY_FILE');
    process.env['REDRESS_KEYS'] = 'elsewhere';
    await expect(machine.within(() => Promise.resolve())).rejects.toThrow(RangeError);
  });
});

describe('what proves who somebody is, once it is to be in MongoDB', () => {
  const file = () => join(machine.folder, 'identity.secrets.sqlite');
  const opened = () => keptSecrets<ExampleKinds>('identity', new Clock());
  const inFile = async () => {
    const secrets = new SqliteSecrets<ExampleKinds>(file(), new Clock());
    const person = randomUUID() as string as PersonId;
    await secrets.put('password', { id: person, person, value: { hash: 'a hash' } });
    for (let n = 0; n < 120; n += 1) await secrets.add('recovery', { id: String(n), person, value: {} });
    secrets.close();
    return person;
  };

  it('goes there at the first start, whole, wherever an earlier one ended', async () => {
    const person = await inFile();
    let steps = 0;
    for (let wasCut = true; wasCut;) {
      // There are many steps of one kind.
      steps += steps < 12 ? 1 : 20;
      double.cutAt(steps, 'after');
      await (await opened().catch(() => undefined))?.close();
      wasCut = double.wasReached();
    }
    expect(existsSync(file())).toBe(false);
    const secrets = await opened();
    expect((await secrets.find('password', person))?.value.hash).toBe('a hash');
    expect(await secrets.ofPerson('recovery', person)).toHaveLength(120);
    expect(await secrets.take('recovery', '7')).toBeDefined();
    await secrets.close();
    const again = await opened();
    expect(await again.take('recovery', '7')).toBeUndefined();
    await again.close();
    delete process.env['REDRESS_KEYS'];
    await expect(opened()).rejects.toThrow('REDRESS_KEYS must be mongodb');
  });

  it('is for copies that were given the same secret', async () => {
    expect(await agreedUpon('identity', 'identity.secret', 'one')).toBe('one');
    expect(await agreedUpon('identity', 'identity.secret', 'one')).toBe('one');
    await expect(agreedUpon('identity', 'identity.secret', 'another')).rejects.toThrow(
      'identity.secret is not that of the other copies of identity',
    );
    expect(await agreedUpon('directory', 'directory.secret', 'another')).toBe('another');
    delete process.env['REDRESS_KEYS'];
    expect(await agreedUpon('identity', 'identity.secret', 'another')).toBe('another');
  });
});
