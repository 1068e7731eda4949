import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { KeysUnavailable } from '@redress/sealing/key-ring';
import type { ExampleKinds } from '@redress/sealing/secret-store.conformance';
import type { MongoKeyRing } from '@redress/store-mongo/mongo-key-ring';
import type { MongoSecrets } from '@redress/store-mongo/mongo-secrets';
import { MongoDouble } from './doubles/mongo-double.js';
import { Unreliable } from './doubles/unreliable.js';
import { replicaSet } from './mongo-containers.js';
import { keepsWhatIsSecret, MongoKeysHome } from './mongo-keys-home.js';
import { onServer, serverFor } from './servers.js';

const real = await serverFor('REDRESS_MONGODB_URL', () => replicaSet(1));
onServer('keys and secrets on MongoDB', real, (url) => {
  describe('keys and secrets on MongoDB', () => {
    keepsWhatIsSecret(new MongoKeysHome(url));
  });
});
afterAll(async () => {
  if ('url' in real) await real.stop();
});

for (const [name, isReplicaSet] of [
  ['on a double of a replica set', true],
  ['on a double of a server by itself', false],
] as const) {
  const double = await MongoDouble.start({ isReplicaSet });
  const between = await Unreliable.before(
    double.place,
    (port) => `mongodb://127.0.0.1:${port}/?directConnection=true`,
  );

  describe(name, () => {
    keepsWhatIsSecret(new MongoKeysHome(double.url));

    const cutting = new MongoKeysHome(between.url, { findMs: 1_000, callMs: 2_000 });
    const direct = new MongoKeysHome(double.url, undefined, cutting.master);
    let at: string;
    let ring: MongoKeyRing;
    let secrets: MongoSecrets<ExampleKinds>;
    let elsewhere: MongoSecrets<ExampleKinds>;
    let calm: MongoKeyRing;

    beforeEach(async () => {
      at = cutting.newName();
      ring = await cutting.ring(at);
      calm = await direct.ring(at);
      secrets = await cutting.secrets<ExampleKinds>(new Clock(), at);
      elsewhere = await direct.secrets<ExampleKinds>(new Clock(), at);
    });
    afterEach(async () => {
      await between.heal();
      await cutting.close();
      await direct.close();
    });
    afterAll(async () => {
      await between.stop();
      await double.stop();
    });

    /** Does it again and again, each time cut off at one command later, until none is left to be cut off at. */
    const sweep = async (
      when: 'before' | 'after',
      act: (n: number) => Promise<unknown>,
      must: (n: number, went: 'well' | 'wrong') => Promise<void>,
      given: (n: number) => Promise<unknown> = () => Promise.resolve(),
    ): Promise<void> => {
      let n = 0;
      for (let wasCut = true; wasCut;) {
        n += 1;
        await given(n);
        double.cutAt(n, when);
        const went = await act(n).then(
          () => 'well' as const,
          () => 'wrong' as const,
        );
        wasCut = double.wasReached();
        await must(n, went);
      }
      expect(n).toBeGreaterThan(1);
    };
    const somebody = (): PersonId => randomUUID() as string as PersonId;
    const WHEN = ['before', 'after'] as const;

    it.each(WHEN)(
      'loses no key under which something may be sealed, cut off %s any command',
      async (when) => {
        let person = somebody();
        let answered: Awaited<ReturnType<MongoKeyRing['toSeal']>> | undefined;
        await sweep(
          when,
          async () => {
            [person, answered] = [somebody(), undefined];
            answered = await ring.toSeal([person]);
          },
          async () => {
            const now = (await calm.toSeal([person])).get(person);
            const then = answered?.get(person);
            if (then) expect(now).toEqual(then);
            if (!now || now === 'erased') throw new Error('there must be a key');
            expect((await calm.toOpen([now.id])).get(now.id)).toEqual(now.key);
          },
        );
      },
    );

    it.each(WHEN)('erases when it is done again, cut off %s any command', async (when) => {
      let person = somebody();
      await sweep(
        when,
        () => ring.erase(person),
        async (n, went) => {
          const wasErased = await calm.isErased(person);
          if (went === 'well') expect([n, wasErased]).toEqual([n, true]);
          await calm.erase(person);
          expect((await calm.toSeal([person])).get(person)).toBe('erased');
          expect(await calm.roster.find(`R${String(n)}`)).toBeUndefined();
        },
        async (n) => {
          person = await calm.roster.claim(`R${String(n)}`);
          await calm.toSeal([person]);
        },
      );
    });

    it.each(WHEN)('gives a number to one person, cut off %s any command', async (when) => {
      let person: PersonId | undefined;
      await sweep(
        when,
        async (n) => {
          person = undefined;
          person = await ring.roster.claim(`R${String(n)}`);
        },
        async (n, went) => {
          const now = await calm.roster.claim(`R${String(n)}`);
          if (went === 'well') expect(now).toBe(person);
        },
      );
    });

    it.each(WHEN)('lets nothing be used twice, cut off %s any command', async (when) => {
      const used = { recovery: 0, totp: 0, invitation: 0 };
      const use = async (store: MongoSecrets<ExampleKinds>, n: number): Promise<void> => {
        const id = String(n);
        if (await store.take('recovery', id)) used.recovery += 1;
        const next = await store.change('totp', id, (kept) =>
          kept.value.step < 7 ? { ...kept, value: { step: 7 } } : undefined,
        );
        if (next) used.totp += 1;
        const isMoved = await store.change('invitation', id, (kept) => ({ ...kept, id: `${id} moved` }));
        if (isMoved) used.invitation += 1;
      };
      await sweep(
        when,
        (n) => use(secrets, n),
        async (n, went) => {
          await use(elsewhere, n);
          for (const times of Object.values(used)) expect(times).toBeLessThanOrEqual(1);
          if (went === 'well' && when === 'before')
            expect(used).toEqual({ recovery: 1, totp: 1, invitation: 1 });
          for (const kind of ['recovery', 'invitation'] as const)
            expect(await elsewhere.find(kind, String(n))).toBeUndefined();
          expect((await elsewhere.find('totp', String(n)))?.value.step).toBe(7);
        },
        async (n) => {
          const id = String(n);
          Object.assign(used, { recovery: 0, totp: 0, invitation: 0 });
          await elsewhere.add('recovery', { id, value: {} });
          await elsewhere.add('totp', { id, value: { step: 6 } });
          await elsewhere.add('invitation', { id, value: { isUsed: false } });
        },
      );
    });

    it.each(WHEN)('keeps or keeps not, and says which if it can, cut off %s any command', async (when) => {
      let kept: boolean | undefined;
      await sweep(
        when,
        async (n) => {
          kept = undefined;
          kept = await secrets.add('password', { id: String(n), value: { hash: 'first' } });
        },
        async (n) => {
          const again = await elsewhere.add('password', { id: String(n), value: { hash: 'second' } });
          const found = (await elsewhere.find('password', String(n)))?.value.hash;
          expect(found).toBe(again ? 'second' : 'first');
          if (kept !== undefined) expect([kept, again]).toEqual([true, false]);
        },
      );
    });

    it('says in words that nobody answers, and goes on when somebody does', async () => {
      const person = somebody();
      await between.refuse();
      await expect(ring.toSeal([person])).rejects.toBeInstanceOf(KeysUnavailable);
      await expect(ring.toOpen([])).rejects.toBeInstanceOf(KeysUnavailable);
      await expect(ring.erase(person)).rejects.toBeInstanceOf(StoreFault);
      await expect(ring.roster.find('R1')).rejects.toBeInstanceOf(StoreFault);
      await expect(secrets.find('password', 'a')).rejects.toBeInstanceOf(StoreFault);
      await between.heal();
      await eventually(async () => (await ring.toSeal([person]).catch(() => undefined)) !== undefined);
    });
  });
}
