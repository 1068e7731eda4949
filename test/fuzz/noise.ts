import fc from 'fast-check';
import { EVERYBODY, type Who } from './cast.js';
import { headers, mutation } from './hostile.js';
import type { Noise } from './sequence.js';
import type { Trail } from './trail.js';

/** How far a trail is walked, and what else is sent on the way. */
export type Walk = { readonly trail: number; readonly upTo: number; readonly noises: readonly Noise[] };

const sends: fc.Arbitrary<Noise['sends']> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('mutated' as const), mutation }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('headed' as const), headers }) },
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constantFrom('as-another', 'as-another', 'repeated', 'key-again', 'read', 'read', 'anything'),
    }),
  },
);

const noise: fc.Arbitrary<Noise> = fc.record({
  before: fc.nat({ max: 40 }),
  seed: fc.nat(),
  who: fc.constantFrom<Who>(...EVERYBODY),
  sends,
});

/** Walks of these trails. Fewer and shorter ones are tried first when one fails. */
export const walks = (trails: readonly Trail[]): fc.Arbitrary<Walk> =>
  fc.record({
    trail: fc.nat({ max: trails.length - 1 }),
    // Most are short: what is wrong is mostly near, and each step costs.
    upTo: fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: 3 }) },
      { weight: 1, arbitrary: fc.nat({ max: 40 }) },
    ),
    noises: fc.array(noise, { maxLength: 4 }),
  });
