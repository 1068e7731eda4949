import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { samples } from '../journeys/cli/opinion-files.js';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { until } from './launcher/launched.js';

const VICTIMS = [
  'intake',
  'nats-server',
  'rectification',
  'gateway',
  'inspection',
  'directory',
  'identity',
  'audit',
] as const;

/** Each is started again in the middle of the work, on however busy a machine. */
const ONE_BY_ONE_MS = 120_000;

let system: WholeSystem;

beforeAll(async () => {
  system = await WholeSystem.start();
});

afterAll(async () => {
  await system.stop();
});

const fileOf = (...names: readonly string[]): string => {
  const path = join(system.folder, `${names.join('-')}.csv`);
  writeFileSync(path, samples(...names));
  return path;
};

/** What a run says, but for how long it took. */
const resultOf = (out: string): Record<string, unknown> => {
  const { seconds, commandsPerSecond, ...result } = JSON.parse(out) as Record<string, unknown>;
  expect(Number(seconds) * Number(commandsPerSecond)).toBeGreaterThan(0);
  return result;
};

const kill = async (name: string): Promise<void> => {
  const { pid } = system.launched.processOf(name) ?? {};
  if (pid === undefined) throw new Error(`${name} does not run`);
  process.kill(pid, 'SIGKILL');
  await until(`${name} runs again`, () => {
    const again = system.launched.processOf(name);
    return again !== undefined && again.pid !== pid;
  });
};

/** Waits until intake has recorded so many events in all; while something does not answer, it is asked again. */
const recordedByIntake = async (count: number): Promise<void> => {
  while (((await system.recorded())['intake'] ?? 0) < count) await pause(20);
};

/** The same counts, for so many times as many cases. */
const times = (many: number, counts: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, many * Number(count)]));

it(
  'finishes, loses nothing and does nothing twice when everything is killed in turn',
  async () => {
    const { rectification: begun = NaN } = await system.recorded();
    const undisturbed = await system.redress('run-cases', fileOf('a'));
    const { intake = NaN, rectification = NaN } = await system.recorded();
    const counts = resultOf(undisturbed.out);
    expect(counts).toMatchObject({ opinions: 40, closed: 40, answered: 40, lost: 0 });

    const run = system.begin('run-cases', fileOf('b', 'c', 'd'), '--at-once', '8');
    for (const [index, victim] of VICTIMS.entries()) {
      await recordedByIntake(intake + 20 + index * 40);
      expect(run.child.exitCode).toBeNull();
      await kill(victim);
    }
    const { code, out, err } = await run.ended;
    expect({ code, complaints: err.split('\n').filter((line) => line.startsWith('line ')) }).toEqual({
      code: 0,
      complaints: [],
    });
    expect(resultOf(out)).toEqual(times(3, counts));
    const fourfold = begun + 4 * (rectification - begun);
    expect(await system.recorded()).toMatchObject({ intake: 4 * intake, rectification: fourfold });
  },
  ONE_BY_ONE_MS,
);

it('goes on when the client itself is killed and begun again', async () => {
  const path = fileOf('e');
  const { intake = NaN } = await system.recorded();
  const killed = system.begin('run-cases', path, '--at-once', '8');
  await recordedByIntake(intake + 60);
  killed.child.kill('SIGKILL');
  expect(await killed.ended).toMatchObject({ code: null, out: '' });

  const { code, out } = await system.redress('run-cases', path);
  expect(resultOf(out)).toMatchObject({ opinions: 40, closed: 40, answered: 40, events: 720, lost: 0 });
  expect(code).toBe(0);
  expect((await system.recorded())['intake']).toBe(intake + 160);
});
