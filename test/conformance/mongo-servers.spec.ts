import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { at, desk, line, put } from '@redress/read-models/desk.examples';
import type { ReadModels } from '@redress/read-models/read-models';
import mongoose from 'mongoose';
import { MongoDouble } from './doubles/mongo-double.js';
import { mongoHome } from './mongo-home.js';

const { MongoClient, ObjectId } = mongoose.mongo;

const PATIENCE = { findMs: 3_000, callMs: 4_000 };
/** More than come at first with a cursor. */
const MANY = 150;

const TRANSACTION_MS = 5_000;

for (const [name, kind] of [
  ['on a replica set', 'set'],
  ['on a server by itself', 'alone'],
] as const) {
  const double = await MongoDouble.start({
    isReplicaSet: kind === 'set',
    transactionMs: TRANSACTION_MS,
  });
  const url = `${double.url}&minHeartbeatFrequencyMS=20`;
  const home = mongoHome(url, PATIENCE);

  describe(name, () => {
    let models: ReadModels;

    const many = (title: string, count = MANY) =>
      Array.from({ length: count }, (_, n) => line(String(n), { title }));

    /** How many rows there are of each title, read through one cursor: the desk does not count by it. */
    const titles = async (): Promise<Readonly<Record<string, number>>> => {
      const { title } = await models.facets(desk, { where: {}, fields: ['title'] });
      return Object.fromEntries(title.map(({ value, rows }) => [String(value), rows]));
    };

    beforeEach(async () => {
      models = await home.open();
    });
    afterEach(home.close);
    afterAll(() => double.stop());

    it('reads all rows or says that it could not, whichever of its commands is cut', async () => {
      await put(models, ...many('a'));
      let [commands, failed] = [0, 0];
      for (let wasReached = true; wasReached;) {
        commands += 1;
        double.cutAt(commands, 'after');
        const read = await titles().catch((error: unknown) => error);
        wasReached = double.wasReached();
        if (read instanceof StoreFault) failed += 1;
        else expect(read).toEqual({ a: MANY });
      }
      expect(commands).toBeGreaterThan(3);
      expect(failed).toBeGreaterThan(0);
    });

    it('writes more rows than come at once or none, whichever of its commands is cut', async () => {
      await put(models, ...many('0'));
      let [place, commands] = [1, 0];
      for (let wasReached = true; wasReached;) {
        commands += 1;
        double.cutAt(commands, 'after');
        await models.apply(desk, many(String(place)), at(place), at(place + 1)).catch(() => false);
        wasReached = double.wasReached();
        // What was decided is carried out by whoever comes next.
        await eventually(async () => {
          await models.apply(desk, many(String(place)), at(place), at(place + 1));
          return (await models.positionOf(desk)) === at(place + 1);
        });
        expect(await titles()).toEqual({ [String(place)]: MANY });
        place += 1;
      }
      expect(commands).toBeGreaterThan(4);
    });

    it('reads the rows from before or those that took their place, at whichever of its commands they do', async () => {
      await put(models, ...many('1'));
      const other = await home.another(models);
      let [version, commands] = [1, 0];
      const swap = async (): Promise<void> => {
        version += 1;
        const model = { ...desk, version };
        const shadow = await other.shadowOf(model);
        await shadow.apply(model, many(String(version)), START, at(version));
        expect(await shadow.swap()).toBe(true);
      };
      for (let wasReached = true; wasReached;) {
        commands += 1;
        double.meanwhile(commands, swap);
        const before = version;
        const read = await titles();
        wasReached = double.wasReached();
        expect([{ [before]: MANY }, { [version]: MANY }]).toContainEqual(read);
      }
      expect(commands).toBeGreaterThan(3);
    });

    it('sweeps away rows that nobody names any more, and none that somebody may be about to name', async () => {
      await put(models, line('1'));
      const database = [...double.commands.collections.keys()].at(-1)?.split('.')[0] ?? '';
      const now = Date.now() / 1_000;
      const [old, young] = [now - 7_200, now].map(
        (seconds) => `rows_desk_${ObjectId.createFromTime(seconds).toHexString()}`,
      );
      const client = await MongoClient.connect(url);
      for (const collection of [old ?? '', young ?? '', 'rows_deskful_0'])
        await client.db(database).createCollection(collection);
      await client.close();
      const shadow = await models.shadowOf({ ...desk, version: 2 });
      await shadow.apply(desk, [line('2')], START, at(1));
      expect(await shadow.swap()).toBe(true);
      const left = [...double.commands.collections.keys()].filter((place) =>
        place.startsWith(`${database}.rows_`),
      );
      expect(left).not.toContain(`${database}.${old ?? ''}`);
      expect(left).toEqual(
        expect.arrayContaining([`${database}.${young ?? ''}`, `${database}.rows_deskful_0`]),
      );
      expect(left).toHaveLength(3);
      expect((await models.find(desk, { where: {}, by: 'id', limit: 9 })).rows).toEqual([{ id: '2' }]);
    });

    it('looks for its account where the URL says', async () => {
      const { host, port } = double.place;
      const asked = [
        '?directConnection=true',
        'other?directConnection=true',
        '?directConnection=true&authSource=a',
      ];
      for (const rest of asked) {
        const strange = mongoHome(`mongodb://somebody:secret@${host}:${String(port)}/${rest}`, PATIENCE);
        const answer = Promise.resolve(strange.open()).then((opened) => opened.positionOf(desk));
        await expect(answer).rejects.toThrow(
          /^MongoDB: MongoServerError 18, the account or its password is not accepted$/,
        );
        await strange.close();
      }
      expect([...new Set(double.loginsIn)]).toEqual(['admin', 'other', 'a']);
    });

    if (kind === 'alone') return;

    it.each([
      ['before', 10_107],
      ['after', 11_602],
    ] as const)('goes on when another server is chosen %s any of its commands (%d)', async (when, code) => {
      await put(models, line('0'));
      let commands = 0;
      for (let wasReached = true; wasReached;) {
        commands += 1;
        double.failAt(commands, when, code);
        expect(await models.apply(desk, [line(String(commands))], at(commands), at(commands + 1))).toBe(true);
        wasReached = double.wasReached();
        expect(await models.count(desk, { where: {} })).toBe(commands + 1);
      }
      expect(commands).toBeGreaterThan(4);
    });

    it('gives up in time while somebody frozen holds the model, and goes on when the server has ended that', async () => {
      await put(models, line('1'));
      const database = [...double.commands.collections.keys()].at(-1)?.split('.')[0] ?? '';
      const client = await MongoClient.connect(url);
      const session = client.startSession();
      session.startTransaction();
      await client
        .db(database)
        .collection('models')
        .updateOne({}, { $set: { position: at(9) } }, { session });
      const begun = performance.now();
      await expect(models.apply(desk, [line('2')], at(1), at(2))).rejects.toBeInstanceOf(StoreFault);
      expect(performance.now() - begun).toBeGreaterThan(PATIENCE.callMs - 100);
      expect(await models.positionOf(desk)).toBe(at(1));
      await eventually(() => models.apply(desk, [line('2')], at(1), at(2)).catch(() => false));
      expect(await models.count(desk, { where: {} })).toBe(2);
      await client.close();
    });
  });
}
