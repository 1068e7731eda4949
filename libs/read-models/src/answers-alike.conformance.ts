import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { desk, type Line, put } from './desk.examples.js';
import { InMemoryReadModels } from './in-memory-read-models.js';
import type { Change } from './projection.js';
import type { Home } from './read-models.conformance.js';
import type { Query, ReadModels } from './read-models.js';

const text = fc.string({
  unit: fc.constantFrom(
    '噪',
    '音',
    '区',
    'a',
    'B',
    'é',
    '7',
    ' ',
    '，',
    '"',
    "'",
    '！',
    '😀',
    '𠮷',
    'ｶ',
    '\\',
  ),
  maxLength: 8,
});
const id = fc.constantFrom('1', '2', '3', '4', '5');
const fields = {
  unit: fc.constantFrom('a', 'b', '噪', '😀', '！'),
  weight: fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  isOpen: fc.boolean(),
  title: text,
  text,
};
const entries = fc.dictionary(fc.constantFrom('x', 'y'), fc.record({ note: text }), { maxKeys: 2 });
const topics = fc.array(fc.constantFrom('x', 'y', '1'), { maxLength: 3 });
const row = fc.record({ id, ...fields, entries, topics }, { requiredKeys: ['id'] }) as fc.Arbitrary<Line>;
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of);
const patch = fc.record(
  {
    unit: orNull(fields.unit),
    weight: orNull(fields.weight),
    title: orNull(text),
    text: orNull(text),
    topics: orNull(topics),
    entries: orNull(fc.dictionary(fc.constantFrom('x', 'y'), orNull(fc.record({ note: text })))),
  },
  { requiredKeys: [] },
);
const change = fc.oneof(fc.record({ put: row }), fc.record({ set: id, to: patch })) as fc.Arbitrary<
  Change<Line>
>;

const wanted = <Value>(of: fc.Arbitrary<Value>) =>
  fc.oneof(
    of,
    fc.record({ in: fc.array(of, { maxLength: 3 }) }),
    fc.record({ from: of, to: of }, { requiredKeys: [] }),
  );
const where = fc.record(
  {
    id: wanted(id),
    unit: fc.oneof(wanted(fields.unit), fc.constant(null)),
    weight: wanted(fields.weight),
    isOpen: fields.isOpen,
    entries: fc.record({ has: fc.constantFrom('x', 'y') }),
    topics: fc.record({ has: fc.constantFrom('x', '1', '0') }),
    title: fc.constant(null),
  },
  { requiredKeys: [] },
);
const query = fc.record(
  {
    where,
    by: fc.constantFrom('id', 'unit', 'weight', 'isOpen', 'title'),
    descending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 4 }),
    text: fc.oneof(text, fc.constantFrom('噪', '噪音', 'a', '区')),
  },
  { requiredKeys: ['where', 'by', 'limit'] },
) as fc.Arbitrary<Query<Line>>;

const FACETS = ['unit', 'weight', 'isOpen', 'entries', 'topics'] as const;

const allPages = async (models: ReadModels, asked: Query<Line>): Promise<readonly unknown[]> => {
  const first = await models.find(desk, asked);
  if (first.next === undefined) return [first];
  return [first, ...(await allPages(models, { ...asked, cursor: first.next }))];
};

export const answersAlike = ({ open }: Home): void => {
  it('answers any query over any rows as the read models in memory do', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(change, { maxLength: 8 }), { maxLength: 4 }),
        fc.array(query, { minLength: 1, maxLength: 8 }),
        async (batches, queries) => {
          const ours = await open();
          const inMemory = new InMemoryReadModels();
          for (const batch of batches) for (const models of [ours, inMemory]) await put(models, ...batch);
          for (const asked of queries) {
            expect(await allPages(ours, asked)).toStrictEqual(await allPages(inMemory, asked));
            expect(await ours.count(desk, asked)).toBe(await inMemory.count(desk, asked));
            const counted = { ...asked, fields: FACETS };
            expect(await ours.facets(desk, counted)).toStrictEqual(await inMemory.facets(desk, counted));
          }
        },
      ),
      // As many as there is time for on a slow server.
      { numRuns: 60, interruptAfterTimeLimit: 120_000 },
    );
  }, 180_000);
};
