import { expect, it } from '@jest/globals';
import type { UnitId } from '@redress/contracts/values';
import { isOfOthers } from './of-others.js';

const [school, library] = ['school', 'library'] as unknown as [UnitId, UnitId];

it('hides from a unit what is about another one, and nothing from whoever goes to look', () => {
  expect(isOfOthers({ role: 'unit', unit: school }, library)).toBe(true);
  expect(isOfOthers({ role: 'unit' }, library)).toBe(true);
  expect(isOfOthers({ role: 'unit', unit: school }, school)).toBe(false);
  expect(isOfOthers({ role: 'inspection', unit: school }, library)).toBe(false);
});
