import { expect, it } from '@jest/globals';
import type { HeldPost } from '@redress/contracts/directory/standing';
import type { PersonId } from '@redress/contracts/values';
import type { People } from '../people/people.js';
import { SecondFactor } from './second-factor.js';

const ann = 'ann' as PersonId;
const holding = (...roles: readonly HeldPost['role'][]) =>
  ({ postsOf: () => Promise.resolve(roles.map((role) => ({ role }))) }) as unknown as People;
const required = (people: People, set: string, operates = false) =>
  new SecondFactor(people, set).isRequiredOf(ann, { operates });

it('is required of whoever may act in one of the roles, be it in one post of many', async () => {
  expect(await required(holding('unit', 'office'), 'operator, office')).toBe(true);
  expect(await required(holding('unit'), 'operator,office')).toBe(false);
  expect(await required(holding(), 'operator,office', true)).toBe(true);
  expect(await required(holding(), 'office', true)).toBe(false);
});

it('is required of nobody unless it is set, and nobody is asked about', async () => {
  const silent = { postsOf: () => Promise.reject(new Error('asked')) } as unknown as People;
  for (const set of ['', ' , ']) expect(await required(silent, set, true)).toBe(false);
});

it('is not required of a role that there is not', () => {
  expect(() => new SecondFactor(holding(), 'operator,emperor')).toThrow(
    /REDRESS_SECOND_FACTOR_FOR.*"emperor"/,
  );
});
