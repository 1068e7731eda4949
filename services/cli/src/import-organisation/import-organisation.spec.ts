import { describe, expect, it } from '@jest/globals';
import type { Fault, Row } from '../table-file/table.js';
import { type OrganisationColumn, type Placed, placedIn } from './organisation-row.js';
import { disagreement, unitsIn } from './units.js';

const cells = {
  unit_code: 'canteens',
  unit: 'Canteens',
  parent_code: 'logistics',
  post_code: 'canteens-head',
  post: 'Head of the canteens',
  role: 'unit',
  roster_number: 'S-0012',
  person: 'Rosa Field',
  from: '2023-09-01',
  until: '',
  heads: '',
};
const read = (change: Partial<Row<OrganisationColumn>['cells']> = {}, line = 2): Placed | Fault =>
  placedIn({ line, number: line - 1, cells: { ...cells, ...change } });
const placed = (change: Partial<Row<OrganisationColumn>['cells']>, line?: number): Placed =>
  read(change, line) as Placed;

describe('a row of an organisation', () => {
  it('is a unit, a post in it, and who holds that', () => {
    expect(read()).toEqual({
      line: 2,
      unit: { code: 'canteens', name: 'Canteens', parent: 'logistics' },
      post: { code: 'canteens-head', title: 'Head of the canteens', role: 'unit' },
      holder: { rosterNumber: 'S-0012', name: 'Rosa Field', until: undefined },
      from: '2023-09-01',
    });
  });

  it('says of a post whether it heads the unit', () => {
    const post = { code: 'canteens-head', title: 'Head of the canteens', role: 'unit' };
    expect(read({ heads: 'yes' })).toMatchObject({ post: { ...post, heads: true } });
    expect(placed({ heads: 'no' }).post).toEqual(post);
  });

  it('may be a unit alone, or a post that is vacant', () => {
    const nobody = { roster_number: '', person: '' };
    expect(read(nobody)).not.toHaveProperty('holder');
    const alone = read({ ...nobody, post_code: '', post: '', role: '', parent_code: '' });
    expect(alone).toEqual({
      line: 2,
      unit: { code: 'canteens', name: 'Canteens', parent: undefined },
      from: '2023-09-01',
    });
  });

  it.each([
    ['unit_code', { unit_code: '' }, 'is empty'],
    ['unit', { unit: '' }, 'is empty'],
    ['from', { from: '' }, 'is empty'],
    ['from', { from: '1.9.2023' }, '"1.9.2023" is no day like 2026-03-31'],
    ['until', { until: '2023-02-30' }, '"2023-02-30" is no day like 2026-03-31'],
    ['post', { post: '' }, 'is empty'],
    ['person', { person: '' }, 'is empty'],
    ['post_code', { post_code: '' }, 'is empty'],
    ['heads', { heads: 'true' }, '"true" is neither yes nor no'],
    ['role', { role: 'system' }, expect.stringMatching(/^"system" is none of .*unit, office/)],
  ])('is bad: %s %#', (column, change, reason) => {
    expect(read(change)).toEqual({ line: 2, column, reason });
  });
});

describe('the units of a file', () => {
  it('come after their parents, and are there as early as what is below them', () => {
    const rows = [
      placed({ unit_code: 'c', parent_code: 'b', from: '2020-01-01' }),
      placed({ unit_code: 'b', parent_code: 'a', from: '2022-01-01' }),
      placed({ unit_code: 'a', parent_code: '', from: '2023-01-01' }),
      placed({ unit_code: 'b', parent_code: 'a', from: '2021-01-01' }),
      placed({ unit_code: 'x', parent_code: 'elsewhere', from: '2023-01-01' }),
    ];
    expect(unitsIn(rows).map(({ code, from }) => [code, from])).toEqual([
      ['a', '2020-01-01'],
      ['b', '2020-01-01'],
      ['c', '2020-01-01'],
      ['x', '2023-01-01'],
    ]);
  });

  it('are all there even in a circle, which the server refuses', () => {
    const rows = [placed({ unit_code: 'a', parent_code: 'b' }), placed({ unit_code: 'b', parent_code: 'a' })];
    expect(
      unitsIn(rows)
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual(['a', 'b']);
  });

  it('must agree on what a unit is called and belongs to', () => {
    const [unit] = unitsIn([placed({}, 2)]);
    const reason = 'line 2 says otherwise of the same unit_code';
    expect(disagreement(unit, placed({}, 3))).toBeUndefined();
    expect(disagreement(unit, placed({ unit: 'Kitchens' }, 3))).toEqual({ line: 3, column: 'unit', reason });
    expect(disagreement(unit, placed({ parent_code: '' }, 3))).toEqual({
      line: 3,
      column: 'parent_code',
      reason,
    });
  });
});
