import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { at, desk, idsOf, line, put } from '@redress/read-models/desk.examples';
import type { Query, ReadModels } from '@redress/read-models/read-models';
import { MongoDouble } from './doubles/mongo-double.js';
import { Unreliable } from './doubles/unreliable.js';
import { mongoHome } from './mongo-home.js';

const PATIENCE = { findMs: 1_000, callMs: 2_000 };
/** What its own limits add up to, and as much again for a machine under load. */
const WITHIN_MS = 8_000;

for (const [name, kind] of [
  ['on a replica set', 'set'],
  ['on a server by itself', 'alone'],
  ['on what only calls itself a replica set', 'lookalike'],
] as const) {
  const isReplicaSet = kind !== 'alone';
  const double = await MongoDouble.start({ isReplicaSet, kind, transactionMs: 1_000 });
  const between = await Unreliable.before(
    double.place,
    // A server that was gone is looked for at once, rather than after half a second.
    (port) => `mongodb://127.0.0.1:${port}/?directConnection=true&minHeartbeatFrequencyMS=20`,
  );
  const home = mongoHome(between.url, PATIENCE);
  const direct = mongoHome(double.url);

  describe(name, () => {
    let models: ReadModels;

    beforeEach(async () => {
      models = await home.open();
      await put(models, line('1'));
    });

    afterEach(async () => {
      await between.heal();
      await home.close();
    });

    afterAll(async () => {
      await direct.close();
      await between.stop();
      await double.stop();
    });

    const timed = async (act: () => Promise<unknown>): Promise<void> => {
      const begun = performance.now();
      await expect(act()).rejects.toBeInstanceOf(StoreFault);
      expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
    };

    const FAILURES = [
      ['refuses', () => between.refuse()],
      [
        'takes what comes and never answers',
        async () => {
          between.deafen();
          await Promise.resolve();
        },
      ],
    ] as const;
    it.each(FAILURES)(
      'fails within its limit while the server %s, and is as before afterwards',
      async (_, fail) => {
        await fail();
        await Promise.all([
          timed(() => idsOf(models, {})),
          timed(() => models.apply(desk, [line('2')], at(1), at(2))),
          timed(() => models.positionOf(desk)),
        ]);
        await between.heal();
        await eventually(async () => (await idsOf(models, {}).catch(() => [])).length > 0);
        // What nobody heard of may be done late, and then this comes second.
        await eventually(async () => {
          await models.apply(desk, [line('2')], at(1), at(2)).catch(() => false);
          return (await models.positionOf(desk)) === at(2);
        });
        expect(await idsOf(models, {})).toEqual(['1', '2']);
      },
    );

    it('begins when the server does', async () => {
      await between.refuse();
      const early = await home.open();
      await timed(() => early.positionOf(desk));
      await between.heal();
      await eventually(async () => (await early.positionOf(desk).catch(() => undefined)) === START);
    });

    it.each(['before', 'after'] as const)(
      'leaves both or neither when the connection is cut %s any of its commands is carried out',
      async (when) => {
        let [place, commands] = [1, 0];
        for (let wasCut = true; wasCut;) {
          commands += 1;
          const next = () =>
            models.apply(
              desk,
              [line(String(place)), { set: '1', to: { weight: place } }],
              at(place - 1),
              at(place),
            );
          place += 1;
          double.cutAt(commands, when);
          await next().catch(() => false);
          wasCut = double.wasReached();
          await eventually(async () => {
            await next();
            return (await models.positionOf(desk)) === at(place);
          });
          expect(await idsOf(models, { by: 'due' })).toHaveLength(place);
          expect((await models.get(desk, '1'))?.weight).toBe(place);
        }
        expect(commands).toBeGreaterThan(4);
      },
    );

    it.each(['before', 'after'] as const)(
      'has the old rows or the new when the connection is cut %s any command that makes them anew',
      async (when) => {
        let [version, commands] = [1, 0];
        const rowsOf = (n: number) => ['1', '2', '3'].map((id) => line(id, { weight: n }));
        const anew = async (): Promise<boolean> => {
          const model = { ...desk, version };
          const shadow = await models.shadowOf(model);
          try {
            return (await shadow.apply(model, rowsOf(version), START, at(version))) && (await shadow.swap());
          } catch (error) {
            await shadow.drop();
            throw error;
          }
        };
        const versionsSeen = async (): Promise<ReadonlySet<number | undefined>> => {
          const { rows } = await models.find(desk, { where: {}, by: 'id', limit: 9 });
          expect(rows).toHaveLength(3);
          return new Set(rows.map(({ weight }) => weight));
        };
        await put(models, ...rowsOf(2));
        version = 2;
        for (let wasCut = true; wasCut;) {
          commands += 1;
          const [before] = await versionsSeen();
          version += 1;
          double.cutAt(commands, when);
          await anew().catch(() => false);
          wasCut = double.wasReached();
          const isNew = !(await models.isOutdated({ ...desk, version }));
          expect([...(await versionsSeen())]).toEqual([isNew ? version : before]);
          await eventually(
            async () => !(await models.isOutdated({ ...desk, version })) || (await anew().catch(() => false)),
          );
          expect([...(await versionsSeen())]).toEqual([version]);
          expect(await models.positionOf(desk)).toBe(at(version));
        }
        expect(commands).toBeGreaterThan(12);
      },
    );

    it('leaves both or neither when the connection is cut again and again', async () => {
      let n = 1;
      const cutting = setInterval(() => {
        between.cut();
      }, 60);
      const others = await direct.another(models);
      const until = Date.now() + 2_000;
      try {
        while (Date.now() < until) {
          const from = await others.positionOf(desk);
          n = Number(from) + 1;
          await models
            .apply(desk, [line(String(n)), { set: '1', to: { weight: n } }], from, at(n))
            .catch(() => false);
        }
      } finally {
        clearInterval(cutting);
      }
      await between.heal();
      // What was decided and not carried out is, by whoever comes next.
      await eventually(async () => {
        const from = await others.positionOf(desk);
        return others.apply(desk, [line('end')], from, at(Number(from) + 1));
      });
      const last = Number(await others.positionOf(desk)) - 1;
      const rows = await others.find(desk, { where: {}, by: 'id', limit: 10_000 });
      expect(rows.rows.length).toBe(last + 1);
      expect((await others.get(desk, '1'))?.weight).toBe(last === 1 ? undefined : last);
    });

    it('lets only one of many who try move it', async () => {
      const rivals = await Promise.all(Array.from({ length: 6 }, async () => direct.another(models)));
      for (let from = 1; from < 6; from += 1) {
        const moved = await Promise.all(
          rivals.map((rival, n) =>
            rival.apply(desk, [line(`${String(from)}-${String(n)}`)], at(from), at(from + 1)),
          ),
        );
        expect(moved.filter(Boolean)).toHaveLength(1);
        const [row] = await idsOf(models, {
          where: { id: { from: `${String(from)}-`, to: `${String(from)}-~` } },
        });
        expect(row).toBe(`${String(from)}-${String(moved.indexOf(true))}`);
      }
      expect(await idsOf(models, {})).toHaveLength(6);
    });

    it('takes no operator for a value', async () => {
      for (const value of [{ $ne: 'x' }, { $gt: '' }, [{ $ne: 1 }]]) {
        const wheres = [{ unit: { in: [value] } }, { unit: { from: value } }, { entries: { has: value } }];
        for (const where of wheres)
          await expect(idsOf(models, { where: where as unknown as Query<never>['where'] })).rejects.toThrow(
            'rows are asked for by texts, numbers, true or false',
          );
      }
      for (const name of ['$where', 'a.b', '__proto__', ''])
        await expect(idsOf(models, { where: { [name]: 'x' } })).rejects.toThrow(
          `rows cannot be asked for by a field called ${JSON.stringify(name)}`,
        );
      await expect(models.get(desk, { $ne: '' } as unknown as string)).rejects.toThrow('asked for by texts');
    });
  });
}
