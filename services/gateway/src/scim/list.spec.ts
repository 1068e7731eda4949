import { describe, expect, it } from '@jest/globals';
import { GROUP_SHAPE, USER_SHAPE } from './attributes.js';
import { pageOf, shownAs, wantedIn } from './list.js';
import { ENTERPRISE } from './names.js';
import { patchedBy } from './patch.js';
import { ScimError } from './scim-error.js';

const ann = {
  schemas: ['s'],
  id: 'a-1',
  userName: 'Ann@Example.org',
  externalId: 'X-1',
  displayName: 'Ann Smith',
  name: { formatted: 'Ann Smith' },
  active: true,
  [ENTERPRISE]: { employeeNumber: 'R1' },
};

const toldBy = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    return error instanceof ScimError ? error.scimType : error;
  }
  return undefined;
};

describe('a filter', () => {
  it.each([
    'userName eq "ann@example.org"',
    'USERNAME eq "ANN@EXAMPLE.ORG"',
    'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ann"',
    'name.formatted co "SMITH"',
    `${ENTERPRISE}:employeeNumber eq "r1"`,
    'externalId eq "X-1"',
    'id eq "a-1"',
    'active eq true',
    'active eq "True"',
    'active ne false and (displayName ew "smith" or userName pr)',
    'not (externalId eq "x-1")',
  ])('finds: %s', (filter) => {
    expect(wantedIn(USER_SHAPE, { filter }).is(ann)).toBe(true);
  });

  it.each([
    'externalId eq "x-1"',
    'userName eq "bob"',
    'active eq false',
    'externalId pr and active eq false',
  ])('does not find: %s', (filter) => {
    expect(wantedIn(USER_SHAPE, { filter }).is(ann)).toBe(false);
  });

  it('that asks for one text says which, as it was written', () => {
    expect(wantedIn(USER_SHAPE, { filter: 'username Eq "Ann"' }).equal).toEqual(['userName', 'Ann']);
    expect(wantedIn(USER_SHAPE, { filter: 'userName sw "Ann"' }).equal).toBeUndefined();
    expect(wantedIn(USER_SHAPE, {}).is({})).toBe(true);
  });

  it.each([
    'userName',
    'userName eq',
    'userName like "x"',
    'shoeSize eq 47',
    '((',
    '__proto__ eq 1',
    'x'.repeat(1_001),
  ])('is refused: %s', (filter) => {
    const asked = () => wantedIn(USER_SHAPE, { filter });
    expect(toldBy(asked)).toBe('invalidFilter');
  });
});

describe('a page', () => {
  const all = Array.from({ length: 250 }, (_, id) => ({ id }));
  const page = (query: object) => {
    const { Resources, ...about } = pageOf(all, query as never, (one) => one);
    return [about.totalResults, about.startIndex, about.itemsPerPage, Resources[0]];
  };

  it('counts from one, and holds what is asked for, within limits', () => {
    expect(page({})).toEqual([250, 1, 100, { id: 0 }]);
    expect(page({ startIndex: '101', count: '2' })).toEqual([250, 101, 2, { id: 100 }]);
    expect(page({ startIndex: '0', count: '900' })).toEqual([250, 1, 200, { id: 0 }]);
    expect(page({ startIndex: '249' })).toEqual([250, 249, 2, { id: 248 }]);
    expect(page({ count: '0' })).toEqual([250, 1, 0, undefined]);
    expect(page({ count: '-3' })).toEqual([250, 1, 0, undefined]);
    expect(() => page({ count: 'many' })).toThrow(ScimError);
  });

  it('shows what is asked for, and always who it is', () => {
    expect(shownAs({ attributes: 'userName,name.formatted' })(ann)).toEqual({
      ...{ schemas: ['s'], id: 'a-1', userName: ann.userName, name: ann.name },
    });
    expect(shownAs({ attributes: `${ENTERPRISE}:employeeNumber` })(ann)).toMatchObject({
      [ENTERPRISE]: { employeeNumber: 'R1' },
    });
    const without = shownAs({ excludedAttributes: 'NAME, active,id' })(ann);
    expect(without).toMatchObject({ id: 'a-1', displayName: 'Ann Smith' });
    expect(Object.keys(without)).not.toEqual(expect.arrayContaining(['name']));
    expect(shownAs({})(ann)).toBe(ann);
  });
});

describe('the members of a group', () => {
  const group = { id: 'g', displayName: 'P01', members: [{ value: 'a' }] };
  const after = (...operations: readonly object[]) =>
    patchedBy(GROUP_SHAPE, group, { operations })['members'] ?? [];

  it.each([
    [{ op: 'Add', path: 'members', value: [{ value: 'b', display: 'Bob' }] }, ['a', 'b']],
    [{ op: 'add', path: 'members', value: { value: 'b' } }, ['a', 'b']],
    [{ op: 'add', value: { Members: [{ value: 'b' }] } }, ['a', 'b']],
    [{ op: 'add', path: 'members', value: [{ value: 'a', $ref: 'x' }] }, ['a']],
    [{ op: 'Remove', path: 'members[value eq "a"]' }, []],
    [{ op: 'Remove', path: 'members[VALUE eq "a"]' }, []],
    [{ op: 'remove', path: 'members[value eq "b"]' }, ['a']],
    [{ op: 'Remove', path: 'members', value: [{ value: 'a', display: 'Ann' }] }, []],
    [{ op: 'remove', path: 'members' }, []],
    [{ op: 'replace', path: 'members', value: [{ value: 'b' }] }, ['b']],
    [{ op: 'replace', value: { id: 'g', displayName: 'P01', members: [] } }, []],
  ])('are changed by %j', (operation, members) => {
    expect(after(operation)).toEqual(members.map((value) => ({ value })));
  });

  it.each([
    ['invalidValue', { op: 'add', path: 'members', value: [{ display: 'Bob' }] }],
    ['invalidPath', { op: 'remove', path: 'members[value eq]' }],
    ['noTarget', { op: 'remove', path: 'members[value eq "x:__proto__.y"]' }],
    ['invalidPath', { op: 'add', path: 'owners', value: [] }],
  ])('or not: %s', (scimType, operation) => {
    expect(toldBy(() => after(operation))).toBe(scimType);
  });
});
