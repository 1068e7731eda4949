import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@redress/contracts/values';
import { USER_SHAPE } from './attributes.js';
import { ENTERPRISE, USER } from './names.js';
import { patchedBy } from './patch.js';
import { ScimError } from './scim-error.js';
import { numberField } from './settings.js';
import { saidIn, userOf } from './user.js';

const person = {
  id: '0190a5c4-2222-4aaa-8aaa-000000001007' as PersonId,
  rosterNumber: 'R1',
  name: 'Ann Smith',
  userName: 'ann@example.org',
  externalId: '00u1',
  hasLeft: false,
  revision: 2,
};
const ann = userOf(person, 'employeeNumber', 'https://here/scim/v2');
const told = (act: () => unknown): readonly unknown[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof ScimError)
      return [error.getStatus(), error.scimType, error.detail.replace(/: [^:]*$/, '')];
    throw error;
  }
  return [];
};

describe('what is sent of a user', () => {
  it('is taken in whatever case, from extensions however they are written, and without what is not kept', () => {
    const said = { rosterNumber: 'R1', userName: 'ann', externalId: 'x', name: 'Ann', active: false };
    const more = { password: 'secret', emails: [{ value: 'a@b' }], locale: 'en', groups: [] };
    expect(
      saidIn(
        {
          USERNAME: 'ann',
          ExternalID: 'x',
          displayname: 'Ann',
          Active: 'False',
          [ENTERPRISE]: { EmployeeNumber: 'R1' },
          ...more,
        },
        'employeeNumber',
      ),
    ).toEqual(said);
    const flat = { [`${USER}:userName`]: 'ann', [`${ENTERPRISE}:employeeNumber`]: 'R1', externalId: 'x' };
    expect(saidIn({ ...flat, displayName: 'Ann', active: false }, 'employeeNumber')).toEqual(said);
  });

  it.each([
    ['employeeNumber', 'R1'],
    ['externalId', 'X-1'],
    ['userName', 'ann'],
  ] as const)('has the roster number in %s', (field, rosterNumber) => {
    const sent = { userName: 'ann', externalId: 'X-1', [ENTERPRISE]: { employeeNumber: 'R1' } };
    expect(saidIn(sent, field)).toMatchObject({ rosterNumber });
  });

  it.each([
    [{ displayName: 'Ann' }, 'Ann'],
    [{ name: { formatted: 'Ann S.' } }, 'Ann S.'],
    [{ name: { familyName: 'Smith', givenName: 'Ann' } }, 'Ann Smith'],
    [{ name: { familyName: '欧阳', givenName: '壬癸' } }, '欧阳壬癸'],
    [{ name: { familyName: 'Smith' } }, 'ann'],
  ])('has a name, from %j', (sent, name) => {
    expect(saidIn({ userName: 'ann', ...sent }, 'employeeNumber')).toMatchObject({ name });
  });

  it.each([
    ['userName', { userName: 7 }],
    ['active', { active: 1 }],
    ['name', { name: 'Ann' }],
    ['name.shoe', { name: { shoe: 1 } }],
    ['shoeSize', { shoeSize: 47 }],
    ['__proto__', JSON.parse('{"__proto__": {"active": true}}') as object],
    ['displayName', { displayName: 'x'.repeat(101) }],
    ['displayName', { displayName: 'a\u202eb' }],
    [`${ENTERPRISE}:employeeNumber`, { [ENTERPRISE]: { employeeNumber: 'a b' } }],
    [ENTERPRISE, { [ENTERPRISE]: [] }],
    ['urn:example:custom', { 'urn:example:custom': {} }],
  ])('is refused by the name of the field: %s', (field, sent) => {
    expect(told(() => saidIn(sent, 'employeeNumber'))).toEqual([400, 'invalidValue', field]);
  });
});

describe('a change of a user', () => {
  const after = (...operations: readonly object[]) =>
    saidIn(patchedBy(USER_SHAPE, ann, { Operations: operations }), 'employeeNumber', ann);

  it('takes the name that changed, wherever it is said', () => {
    for (const path of ['displayName', 'name.formatted', `${USER}:name.formatted`, 'NAME.FORMATTED'])
      expect(after({ op: 'Replace', path, value: 'Ann Miller' })).toMatchObject({ name: 'Ann Miller' });
    const parts = { op: 'replace', value: { name: { givenName: 'Ann', familyName: 'Miller' } } };
    expect(after(parts)).toMatchObject({ name: 'Ann Miller' });
    expect(after({ op: 'replace', path: 'name.givenName', value: 'Eve' })).toMatchObject({
      name: 'Ann Smith',
    });
  });

  it('passes over what is not kept, and takes what is away', () => {
    expect(after({ op: 'add', path: 'emails[type eq "work"].value', value: 'x' })).toMatchObject({
      userName: 'ann@example.org',
    });
    expect(after({ op: 'remove', path: 'externalId' })).not.toHaveProperty('externalId');
    expect(after({ op: 'replace', value: { id: ann.id, active: 'false' } })).toMatchObject({ active: false });
  });

  it.each([
    [{}, 'invalidSyntax', 'Operations'],
    [{ Operations: [] }, 'invalidSyntax', 'Operations'],
    [{ Operations: [{ op: 'add', path: 'active' }] }, 'invalidSyntax', 'Operations[0].value'],
    [{ Operations: [{ op: 'add', path: 7, value: 1 }] }, 'invalidSyntax', 'Operations[0].path'],
    [{ Operations: [{ op: 'remove' }] }, 'noTarget', 'Operations[0].path'],
    [{ Operations: [{ op: 'add', value: 'Ann' }] }, 'invalidSyntax', 'value'],
    [{ Operations: [{ op: 'add', path: 'a b', value: 1 }] }, 'invalidPath', 'a b'],
    [{ Operations: [{ op: 'add', path: 'constructor.x', value: 1 }] }, 'invalidPath', 'constructor'],
    [{ Operations: [{ op: 'replace', value: { id: 'other' } }] }, 'mutability', 'id'],
  ])('is refused: %j', (sent, scimType, field) => {
    expect(told(() => patchedBy(USER_SHAPE, ann, sent))).toEqual([400, scimType, field]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

it('has a roster number in a field that is set', () => {
  expect([numberField(undefined), numberField(''), numberField('externalId')]).toEqual([
    'employeeNumber',
    'employeeNumber',
    'externalId',
  ]);
  expect(() => numberField('mail')).toThrow(RangeError);
});

it('is shown with the number where it is set, and under it when nothing else is known', () => {
  const { id, rosterNumber, name, hasLeft, revision } = person;
  const alone = { id, rosterNumber, name, hasLeft, revision };
  expect(userOf(alone, 'externalId', '')).toMatchObject({ userName: 'R1', externalId: 'R1', active: true });
  expect(userOf({ ...alone, hasLeft: true }, 'userName', '')).toMatchObject({
    userName: 'R1',
    active: false,
  });
  expect(userOf(alone, 'employeeNumber', '')).not.toHaveProperty('externalId');
});
