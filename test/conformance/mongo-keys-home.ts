import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { PersonId, Position } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import { keepsKeys } from '@redress/sealing/key-ring.conformance';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import { keepsNumbers } from '@redress/sealing/roster.conformance';
import type { AnyKinds } from '@redress/sealing/secret-store';
import { type ExampleKinds, keepsSecrets } from '@redress/sealing/secret-store.conformance';
import { Database, type Patience } from '@redress/store-mongo/connection';
import { MongoKeyRing } from '@redress/store-mongo/mongo-key-ring';
import { MongoSecrets } from '@redress/store-mongo/mongo-secrets';

/** Keys and secrets on a server, in databases that nobody else has and that are dropped in the end. */
export class MongoKeysHome {
  private readonly databases = new Map<Database, string>();

  constructor(
    private readonly url: string,
    private readonly patience?: Patience,
    readonly master = newMasterKey(),
  ) {}

  newName(): string {
    return `redress_test_${randomUUID().replaceAll('-', '')}`;
  }

  database(name: string): Database {
    const database = new Database(this.url, name, this.patience);
    this.databases.set(database, name);
    return database;
  }

  ring(name = this.newName(), ...masters: readonly string[]): Promise<MongoKeyRing> {
    const lines = masters.length > 0 ? masters.join('\n') : this.master;
    return MongoKeyRing.opened(this.database(name), new LocalMasterKeys(lines, 'here'));
  }

  secrets<Kinds extends AnyKinds>(clock: Clock, name = this.newName()): Promise<MongoSecrets<Kinds>> {
    return MongoSecrets.opened<Kinds>(this.database(name), clock);
  }

  async close(): Promise<void> {
    const dropped = new Set<string>();
    for (const [database, name] of this.databases) {
      if (!dropped.has(name)) {
        const cleaning = new Database(this.url, name);
        await cleaning.call(() => cleaning.mongo.dropDatabase()).catch(() => undefined);
        await cleaning.close();
      }
      dropped.add(name);
      await database.close();
    }
    this.databases.clear();
  }
}

/** All that keys, roster and secrets must do there, and what only several copies show. */
export const keepsWhatIsSecret = (home: MongoKeysHome): void => {
  afterAll(() => home.close());

  describe('keys', () => {
    keepsKeys(
      () => home.ring(),
      (ring) => Promise.resolve((ring as MongoKeyRing).close()),
    );
  });
  describe('roster', () => {
    keepsNumbers(async () => (await home.ring()).roster);
  });
  describe('secrets', () => {
    keepsSecrets(
      async (clock) => {
        const name = home.newName();
        return [
          await home.secrets<ExampleKinds>(clock, name),
          await home.secrets<ExampleKinds>(clock, name),
        ] as const;
      },
      () => home.close(),
    );
  });

  const copies = (name: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => home.ring(name)));
  const somebody = (): PersonId => randomUUID() as string as PersonId;

  it('makes one key of one person though ten copies ask at once, and one id of one number', async () => {
    const rings = await copies(home.newName(), 10);
    const persons = [somebody(), somebody()];
    const all = await Promise.all(rings.map((ring) => ring.toSeal(persons)));
    for (const person of persons) {
      const keys = all
        .map((one) => one.get(person))
        .map((key) => (key && key !== 'erased' ? key : undefined));
      expect(new Set(keys.map((key) => key?.id)).size).toBe(1);
      expect(new Set(keys.map((key) => key?.key.export().toString('hex'))).size).toBe(1);
    }
    const claimed = await Promise.all(rings.map(({ roster }) => roster.claim('R1')));
    expect(new Set(claimed).size).toBe(1);
  });

  it('opens nothing at another copy once somebody was erased, and keeps nothing of them', async () => {
    const name = home.newName();
    const [one, other] = (await copies(name, 2)) as [MongoKeyRing, MongoKeyRing];
    const person = await one.roster.claim('R1');
    const key = (await other.toSeal([person])).get(person);
    if (!key || key === 'erased') throw new Error('there must be a key');
    await one.erase(person);
    expect((await other.toOpen([key.id])).get(key.id)).toBe('erased');
    expect((await other.toSeal([person])).get(person)).toBe('erased');
    expect(await other.roster.find('R1')).toBeUndefined();
    await other.roster.recall([{ rosterNumber: 'R1', person }], '3' as Position);
    expect(await one.roster.find('R1')).toBeUndefined();
    expect(await other.erased()).toEqual([{ person, keys: [key.id] }]);
    const database = home.database(name);
    const kept = await database.call(() => database.mongo.collection('keys').find({}).toArray());
    expect(Object.keys(kept[0] ?? {}).toSorted()).toEqual(['_id', 'erased', 'key', 'others']);
  });

  it('gives somebody a key or erases them, whichever of two copies comes first, and loses none', async () => {
    const [one, other] = (await copies(home.newName(), 2)) as [MongoKeyRing, MongoKeyRing];
    for (let n = 0; n < 20; n += 1) {
      const person = somebody();
      const [sealing] = await Promise.all([one.toSeal([person]), other.erase(person)]);
      const key = sealing.get(person);
      expect((await one.toSeal([person])).get(person)).toBe('erased');
      if (key && key !== 'erased') expect((await other.toOpen([key.id])).get(key.id)).toBe('erased');
    }
  });

  it('puts all under a new master key, two copies at once, and what was erased stays so', async () => {
    const name = home.newName();
    const before = await home.ring(name);
    const persons = Array.from({ length: 60 }, somebody);
    const keys = await before.toSeal(persons);
    await before.erase(persons[0] ?? somebody());
    const next = newMasterKey();
    const rings = await Promise.all([home.ring(name, home.master, next), home.ring(name, home.master, next)]);
    await Promise.all(rings.map((ring) => ring.rewrap()));
    expect(await rings[0].rewrap()).toBe(0);
    const found = await (await home.ring(name, next)).toSeal(persons);
    expect([...found.values()].filter((key) => key === 'erased')).toHaveLength(1);
    const last = persons.at(-1) ?? somebody();
    expect(found.get(last)).toEqual(keys.get(last));
  });
};
