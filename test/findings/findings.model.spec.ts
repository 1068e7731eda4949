import { expect, it, jest } from '@jest/globals';
import { draftId } from '@redress/contracts/inspection/finding-commands.examples';
import { findingRecorded } from '@redress/contracts/inspection/finding.examples';
import { visitOpened, visitPlanned } from '@redress/contracts/inspection/visit.examples';
import type { FindingId, ItemId } from '@redress/contracts/values';
import fc from 'fast-check';
import { findings } from '../../services/inspection/src/finding/finding.js';
import { type KnownVisit, type Visit, visits } from '../../services/inspection/src/visit/visit.js';
import {
  eventsOf,
  everyActIsChecked,
  oneTaskEach,
  saysOfItsTaskWhatIsSo,
  settled,
  whatMustHasAFinding,
} from './must-hold.js';
import { ITEMS } from './visit-steps.js';
import { FINDINGS, World } from './world.js';

jest.setTimeout(180_000);

type Step = { readonly does: Kind; readonly a: number; readonly b: number; readonly mask: number };
type Do = (world: World, step: Step) => Promise<unknown>;

const among = (ids: readonly FindingId[], pick: number): FindingId => ids[pick % ids.length] ?? draftId;
const of = (pick: number): FindingId => among(FINDINGS, pick);
const madeUp = (pick: number): FindingId => among(FINDINGS.slice(0, 4), pick);
const some = (mask: number): readonly ItemId[] => ITEMS.filter((_, bit) => (mask >> bit) % 2 === 1);
/** As the visit, and the finding, were long ago: to whoever looked then, nothing stood in the way. */
const openVisit = [visitPlanned, visitOpened].reduce<Visit>(visits.evolve, visits.initial) as KnownVisit;
const longAgo = findings.evolve(findings.initial, findingRecorded);

const PEOPLE = {
  submit: (world, { mask }) => world.submit(some(mask % 4)),
  reopen: (world) => world.reopen(),
  record: (world, { a, mask }) => world.record(madeUp(a), some(mask)),
  change: (world, { a, mask }) => world.change(of(a), some(mask)),
  withdraw: (world, { a }) => world.withdraw(of(a)),
  join: (world, { a, b }) => world.join(of(a), of(b)),
  part: (world, { a }) => world.part(a),
  split: (world, { a, b, mask }) => world.split(of(a), madeUp(b), some(mask)),
  issue: (world, { a }) => world.issue(of(a), {}),
  issueBadly: (world, { a, mask }) =>
    world.issue(of(a), mask % 2 ? { taskType: 'no-such-type' } : { supportingUnits: [] }, mask % 3 === 0),
  goOn: (world, { a, b }) => world.goOn(of(a), b),
} satisfies Readonly<Record<string, Do>>;

const TROUBLE = {
  withdrawLate: (world, { a }) => world.withdraw(of(a), openVisit),
  joinLate: (world, { a, b }) => world.join(of(a), of(b), longAgo),
  deliver: (world, { a }) => world.deliveries.deliver(a),
  deliverMore: async (world, { a, b }) => {
    for (let n = 0; n < b % 8; n += 1) await world.deliveries.deliver(a + n * 7);
  },
  deliverAgain: (world, { a }) => world.deliveries.deliverAgain(a),
  cut: (world, { a, b }) => {
    (a % 2 ? world.inspection : world.rectification).cut = b % 2 ? 'before' : 'after';
    return Promise.resolve();
  },
} satisfies Readonly<Record<string, Do>>;

type Kind = keyof typeof PEOPLE | keyof typeof TROUBLE;
const DO: Readonly<Record<Kind, Do>> = { ...PEOPLE, ...TROUBLE };

const people = Object.keys(PEOPLE) as Kind[];
const often: readonly Kind[] = [
  'record',
  'submit',
  'issue',
  'issue',
  'goOn',
  'goOn',
  'join',
  'join',
  'part',
  'deliverMore',
  'deliverMore',
];
const kinds = [...people, ...(Object.keys(TROUBLE) as Kind[]), ...often, ...often];
const anyStep = fc.noBias(
  fc.record({ does: fc.constantFrom(...kinds), a: fc.nat(999), b: fc.nat(999), mask: fc.nat(7) }),
);

/** Where so many walks must have come, or they prove nothing. */
const seen = new Set<string>();
const WHERE_IT_MATTERS = [
  ...[
    'FindingRecorded',
    'FindingDrafted',
    'FindingChanged',
    'FindingJoined',
    'FindingTookIn',
    'FindingGaveBack',
  ],
  ...['FindingParted', 'FindingSplit', 'FindingSplitOff', 'FindingItemsJudged', 'FindingWithdrawn'],
  ...[
    'FindingRestored',
    'FindingIssued',
    'FindingRefused',
    'FindingTaskFollowed',
    'TaskClosed',
    'TaskWithdrawn',
  ],
];

it('whatever people do, and however late, often and cut off the services hear of each other', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.noBias(fc.array(anyStep, { minLength: 25, maxLength: 60, size: 'max' })),
      async (steps) => {
        const world = await World.begin();
        for (const step of steps) {
          await DO[step.does](world, step).catch((error: unknown) => {
            if (!String(error).includes('cut off')) throw error;
          });
          await oneTaskEach(world);
          await everyActIsChecked(world);
        }
        await world.deliveries.deliverAll();
        for (const holds of [
          oneTaskEach,
          everyActIsChecked,
          whatMustHasAFinding,
          saysOfItsTaskWhatIsSo,
          settled,
        ])
          await holds(world);
        for (const { type } of [
          ...(await eventsOf(world.inspection)),
          ...(await eventsOf(world.rectification)),
        ])
          seen.add(type);

        const before =
          (await eventsOf(world.inspection)).length + (await eventsOf(world.rectification)).length;
        for (let pick = 0; pick < 60; pick += 1) await world.deliveries.deliverAgain(pick * 13);
        const after =
          (await eventsOf(world.inspection)).length + (await eventsOf(world.rectification)).length;
        expect(after).toBe(before);
      },
    ),
    { numRuns: 200 },
  );
  for (const type of WHERE_IT_MATTERS) expect(seen).toContain(type);
});
