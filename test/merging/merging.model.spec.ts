import { expect, it, jest } from '@jest/globals';
import type { IssueId } from '@redress/contracts/values';
import fc from 'fast-check';
import { listed } from '@redress/contracts/rectification/issue.examples';
import { issues } from '../../services/rectification/src/issue/issue.js';
import { allAgree, foldsAlike, membership, nobodyIsLost, tellings } from './must-hold.js';
import { ISSUES, NEW_ISSUES, OPINIONS, TASKS, World } from './world.js';

jest.setTimeout(180_000);

type Step = { readonly does: Kind; readonly a: number; readonly b: number; readonly mask: number };
type Do = (world: World, step: Step) => Promise<unknown>;

const of = <Value>(values: readonly Value[], pick: number): Value => values[pick % values.length] as Value;
const every = [...ISSUES, ...NEW_ISSUES];
const some = <Value>(values: readonly Value[], mask: number): readonly Value[] =>
  values.filter((_, bit) => (mask >> bit) % 2 === 1);
/** One issue, or two. */
const few = (pick: number, mask: number): readonly IssueId[] => [
  ...new Set([of(every, pick), of(every, mask % 2 ? pick : mask)]),
];
/** The issue as it was first: to whoever looked then, nothing stood in the way. */
const longAgo = issues.evolve(issues.initial, listed);

const OFFICE = {
  list: (world, { a, b }) => world.list(of(OPINIONS, a), of(ISSUES, b)),
  merge: (world, { a, b }) => world.merge(of(every, a), of(every, b)),
  mergeBack: (world, { a, b }) => world.merge(of(NEW_ISSUES, a), of(ISSUES, b)),
  unmerge: (world, { a }) => world.unmerge(of([...world.into.keys(), ...every.slice(0, 1)], a)),
  split: (world, { a, b, mask }) => world.split(of(every, a), of(NEW_ISSUES, b), some(OPINIONS, mask), false),
  share: (world, { a, b, mask }) => world.split(of(every, a), of(NEW_ISSUES, b), some(OPINIONS, mask), true),
  assign: (world, { a, b, mask }) => world.assign(of(TASKS, a), few(b, mask), false),
  goOn: (world, { a }) => world.goOn(of(TASKS, a), false),
  giveBack: (world, { a }) => world.goOn(of(TASKS, a), true),
} satisfies Readonly<Record<string, Do>>;

const TROUBLE = {
  mergeLate: (world, { a, b }) => world.merge(of(every, a), of(every, b), longAgo),
  assignLate: (world, { a, b, mask }) => world.assign(of(TASKS, a), few(b, mask), true),
  deliver: (world, { a }) => world.deliveries.deliver(a),
  deliverMore: async (world, { a, b }) => {
    for (let n = 0; n < b % 12; n += 1) await world.deliveries.deliver(a + n * 7);
  },
  deliverAgain: (world, { a }) => world.deliveries.deliverAgain(a),
  cut: (world, { a, b }) => {
    (a % 2 ? world.intake : world.rectification).cut = b % 2 ? 'before' : 'after';
    return Promise.resolve();
  },
} satisfies Readonly<Record<string, Do>>;

type Kind = keyof typeof OFFICE | keyof typeof TROUBLE;
const DO: Readonly<Record<Kind, Do>> = { ...OFFICE, ...TROUBLE };

const anyStep = (kinds: readonly Kind[]) =>
  fc.noBias(
    fc.record({
      does: fc.constantFrom(...kinds),
      a: fc.nat(1_000),
      b: fc.nat(1_000),
      mask: fc.nat(127),
    }),
  );

/** First every opinion is listed somewhere and some tasks are assigned, then anything happens. */
const anySteps = (kinds: readonly Kind[], most: number) =>
  fc
    .tuple(
      fc.tuple(...OPINIONS.map(() => fc.noBias(fc.nat(1_000)))),
      fc.tuple(...TASKS.slice(1).map(() => anyStep(['assign']))),
      fc.noBias(fc.array(anyStep(kinds), { minLength: 20, maxLength: most, size: 'max' })),
    )
    .map(([places, assigned, steps]): readonly Step[] => [
      ...places.map((b, a): Step => ({ does: 'list', a, b, mask: 0 })),
      ...assigned.map((step, a) => ({ ...step, a })),
      ...steps,
    ]);

const office = [...Object.keys(OFFICE), 'goOn', 'goOn', 'merge'] as Kind[];
const all = Object.keys(DO) as Kind[];
const delivering: readonly Kind[] = ['deliver', 'deliverMore', 'deliverMore', 'deliverAgain'];

/** Where so many walks must have come, or they prove nothing. */
const seen = new Set<string>();
const note = async (world: World): Promise<void> => {
  for (const id of every)
    for (const { type } of await world.rectification.read(`issue-${id}`)) seen.add(type);
  for (const id of OPINIONS)
    for (const { type, data } of await world.intake.read(`opinion-${id}`))
      seen.add(type === 'OutcomeTold' && 'inAll' in data ? 'told of several' : type);
};

it('comes to the same whenever, however often and in whichever order the services hear of each other', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps([...office, ...office, ...all, ...delivering], 70), async (steps) => {
      const world = await World.begin();
      for (const [index, step] of steps.entries()) {
        if (index === OPINIONS.length) await world.deliveries.deliverAll();
        await DO[step.does](world, step);
        await nobodyIsLost(world);
      }
      await world.deliveries.deliverAll();
      await nobodyIsLost(world);
      await allAgree(world);
      await foldsAlike(world);
      const { told, resolved } = await tellings(world);
      expect(new Set(told).size).toBe(told.length);
      for (const telling of told) expect(resolved).toContain(telling);
      await note(world);
    }),
    { numRuns: 300 },
  );
  for (const event of WHERE_IT_MATTERS) expect(seen).toContain(event);
});

const WHERE_IT_MATTERS = [
  'IssueMerged',
  'IssueUnmerged',
  'IssueTakenIn',
  'IssueGivenBack',
  'IssueSplit',
  'IssueSplitOff',
  'IssueResolved',
  'IssueReopened',
  'OpinionMoved',
  'OutcomeTold',
  'OutcomeWithdrawn',
  'told of several',
];

const walked = async (steps: readonly Step[]): Promise<World> => {
  const world = await World.begin();
  for (const step of steps) {
    await DO[step.does](world, step);
    await world.deliveries.deliverAll();
  }
  return world;
};

it('tells every opinion every end of the issues that it belongs to, exactly once for each ending', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps(office, 50), async (steps) => {
      const world = await walked(steps);
      const { told, resolved } = await tellings(world);
      expect([...told].sort()).toEqual([...resolved].sort());
      await allAgree(world);
    }),
    { numRuns: 120 },
  );
});

it('leaves everybody where they were when a merging is taken back', async () => {
  let merged = 0;
  await fc.assert(
    fc.asyncProperty(anySteps(office, 40), fc.nat(1_000), fc.nat(1_000), async (steps, a, b) => {
      const world = await walked(steps);
      const [issueId, into] = [of(every, a), of(every, b)] as readonly [IssueId, IssueId];
      const before = await membership(world);
      if (world.into.has(issueId)) return;
      await world.merge(issueId, into);
      await world.deliveries.deliverAll();
      if (!world.into.has(issueId)) return;
      merged += 1;
      expect(await membership(world)).not.toHaveProperty(issueId);
      await world.unmerge(issueId);
      await world.deliveries.deliverAll();
      expect(await membership(world)).toEqual(before);
      await allAgree(world);
    }),
    { numRuns: 150 },
  );
  expect(merged).toBeGreaterThan(5);
});
