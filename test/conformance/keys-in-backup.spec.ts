import { afterAll, describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { keptSecrets } from '@redress/hosting/secret-engine';
import { takeBackup } from '@redress/operations/backup/take-backup';
import type { Engine } from '@redress/operations/engine';
import { keysOutside } from '@redress/operations/keys-outside';
import { restore } from '@redress/operations/restore/restore';
import type { ExampleKinds } from '@redress/sealing/secret-store.conformance';
import { MongoDouble } from './doubles/mongo-double.js';
import { isAsItWas, KeysInFiles } from './keys-in-files.js';

const double = await MongoDouble.start({ isReplicaSet: false });
const machine = new KeysInFiles(double.url);
afterAll(() => double.stop());

describe('a backup', () => {
  const elsewhere: Engine = {
    kind: 'kurrentdb',
    end: () => Promise.resolve(START),
    logs: () => Promise.resolve([]),
    close: () => undefined,
  };
  const backedUp = async (): Promise<string> => {
    const keys = await keysOutside(process.env);
    const backup = join(machine.folder, 'backup');
    await takeBackup({ data: [machine.folder], folder: backup, engine: elsewhere, keys });
    await keys?.close();
    return backup;
  };

  it('has the keys and secrets of MongoDB, which a restore puts into files, and the next start elsewhere', async () => {
    const was = await machine.fill();
    await machine.within((ring) => isAsItWas(ring, was));
    const secrets = await keptSecrets<ExampleKinds>('identity', new Clock());
    await secrets.put('password', { id: was.one, person: was.one, value: { hash: 'a hash' } });
    await secrets.close();
    const backup = await backedUp();
    await restore({ folder: backup, data: machine.another });
    expect(readdirSync(machine.another).toSorted()).toEqual([
      'identity.secrets.sqlite',
      'keys.erased',
      'keys.sqlite',
    ]);
    machine.elsewhere();
    await machine.within((ring) => isAsItWas(ring, was), machine.another);
    process.env['REDRESS_DATA'] = machine.another;
    const again = await keptSecrets<ExampleKinds>('identity', new Clock());
    expect((await again.find('password', was.one))?.value.hash).toBe('a hash');
    await again.close();
  });

  it('leaves erased who was erased since, when it is restored', async () => {
    const was = await machine.fill();
    await machine.within(() => Promise.resolve());
    const backup = await backedUp();
    await machine.within((ring) => ring.erase(was.one));
    await restore({ folder: backup, data: machine.another });
    // In MongoDB it is known; where that was lost as well, by a newer copy of keys.erased.
    await machine.within(async (ring) => {
      expect((await ring.toSeal([was.one])).get(was.one)).toBe('erased');
      expect(await ring.roster.find('R1')).toBeUndefined();
    }, machine.another);
  });

  it('is not taken while keys are still in a file', async () => {
    await machine.fill();
    await expect(backedUp()).rejects.toThrow('keys.sqlite was not taken over into MongoDB yet');
  });
});
