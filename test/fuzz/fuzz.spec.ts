import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fuzz } from './fuzzer.js';
import { routesInDocs, routesOnRecord } from './on-record.js';
import { Sequence } from './sequence.js';
import { AGAIN, ALL, NOT_REACHED, SELDOM } from './trails/all.js';
import { writtenTwice } from './written-twice.js';
import { World } from './world.js';

const SEQUENCES = Number(process.env['REDRESS_FUZZ_SEQUENCES'] ?? 2_000);
const SEED = Number(process.env['REDRESS_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const LONGEST_MS = 3_600_000;

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world.stop());

describe('along each trail', () => {
  it.each(ALL.map((trail) => [trail.name, trail] as const))('%s', async (_, { steps }) => {
    const sequence = new Sequence(world);
    for (const step of steps) {
      const { status, json } = await sequence.take(step, 1);
      expect([step.operation, status, status < 400 || json]).toEqual([step.operation, status, true]);
    }
  });

  it('whoever was shown personal data is on record, by the routes in docs/personal-data.md and no others', async () => {
    expect(await routesOnRecord(world)).toEqual(routesInDocs());
  });

  it('every operation is done once, but for those that say why not', () => {
    expect(world.coverage.neverDone([...world.operations.values()]).toSorted()).toEqual(
      Object.keys(NOT_REACHED).toSorted(),
    );
  });
});

describe('whatever is sent, the answer is as the document says, and shows nobody what is not theirs', () => {
  it(
    `in ${String(SEQUENCES)} sequences, REDRESS_FUZZ_SEED=${String(SEED)}`,
    async () => {
      const [before, began] = [process.cpuUsage(), performance.now()];
      await fuzz(world, AGAIN, { sequences: SEQUENCES, seed: SEED, atOnce: 6 });
      await fuzz(world, SELDOM, { sequences: Math.ceil(SEQUENCES / 100), seed: SEED, atOnce: 1 });
      const { user, system } = process.cpuUsage(before);
      const cpu = Math.round((user + system) / 1_000_000);
      const took = Math.round((performance.now() - began) / 1_000);
      process.stdout.write(
        `${world.coverage.table([...world.operations.values()])}\n` +
          `${String(world.coverage.requests)} requests, ${String(cpu)} s of CPU, ${String(took)} s in all, seed ${String(SEED)}\n`,
      );
    },
    LONGEST_MS,
  );

  it(
    'nothing was written twice for the same cause',
    async () => {
      expect(await writtenTwice(world)).toEqual([]);
    },
    LONGEST_MS,
  );
});
