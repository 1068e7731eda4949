import { expect, it } from '@jest/globals';
import { ROLES } from '@redress/contracts/envelope';
import { Authorisation } from './authorisation.js';
import { command } from './policies/groups.js';

const authorisation = new Authorisation({
  'desk.close': command({ office: 'everything', unit: 'own' }, 'not-the-office'),
});

it('lets a role reach as far as the policy says, and no other role anything', () => {
  expect(authorisation.reachOf('office', 'desk.close')).toBe('everything');
  expect(authorisation.reachOf('unit', 'desk.close')).toBe('own');
  expect(authorisation.refusalOf('office', 'desk.close')).toBeUndefined();
  expect(authorisation.refusalOf('unit', 'desk.close')).toBeUndefined();
  for (const role of ROLES.filter((one) => one !== 'office' && one !== 'unit')) {
    expect(authorisation.reachOf(role, 'desk.close')).toBeUndefined();
    expect(authorisation.refusalOf(role, 'desk.close')).toBe('not-the-office');
  }
});

it.each(['desk.open', 'desk.', '', 'manage', 'all', '*', 'desk.>', '__proto__', 'constructor'])(
  'refuses to everybody what the policy does not name: %p',
  (subject) => {
    for (const role of ROLES) {
      expect(authorisation.reachOf(role, subject)).toBeUndefined();
      expect(authorisation.refusalOf(role, subject)).toBe('not-found');
    }
  },
);
