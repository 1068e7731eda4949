import fc from 'fast-check';
import { type Walk, walks } from './noise.js';
import { Sequence } from './sequence.js';
import type { Step, Trail } from './trail.js';
import type { World } from './world.js';

type Fuzzed = {
  readonly sequences: number;
  readonly seed: number;
  readonly atOnce: number;
  /** The first that fails is told as it is, and no shorter one is looked for. */
  readonly asItIs?: boolean;
};

/** One sequence: steps of a trail, and before some of them something else. */
const walk = async (world: World, trails: readonly Trail[], { trail, upTo, noises }: Walk, seed: number) => {
  const { steps } = trails[trail] ?? { steps: [] };
  const taken = steps.slice(0, (upTo % steps.length) + 1);
  const sequence = new Sequence(world);
  for (const [index, step] of taken.entries()) {
    for (const noise of noises)
      if (noise.before % taken.length === index) await sequence.disturb(noise, step);
    await sequence.take(hasty(step, noises.length > 0), seed);
  }
};

/** What was disturbed may never come to be. */
const hasty = (step: Step, isDisturbed: boolean): Step => {
  const { patiently, ...rest } = step;
  return isDisturbed && patiently ? { ...rest, briefly: true } : step;
};

/** So many sequences, some of them at the same time. @throws Error with the shortest sequence that fails, as commands. */
export const fuzz = async (
  world: World,
  trails: readonly Trail[],
  { sequences, seed, atOnce, asItIs = false }: Fuzzed,
): Promise<void> => {
  const lanes = Array.from({ length: Math.min(atOnce, sequences) }, (_, lane) =>
    fc.assert(
      fc.asyncProperty(walks(trails), fc.nat(), (one, values) => walk(world, trails, one, values)),
      {
        seed: seed + lane,
        numRuns: Math.ceil(sequences / atOnce),
        endOnFailure: asItIs,
        includeErrorInReport: true,
      },
    ),
  );
  const ended = await Promise.allSettled(lanes);
  const failed = ended.find((lane) => lane.status === 'rejected');
  if (failed) throw failed.reason;
};
