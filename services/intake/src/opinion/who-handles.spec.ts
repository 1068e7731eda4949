import { expect, it } from '@jest/globals';
import { ROLES } from '@redress/contracts/envelope';
import { roleInbox } from '@redress/contracts/intake/opinion.examples';
import type { PostId } from '@redress/contracts/values';
import { handles } from './who-handles.js';

const addressed = { addressedTo: roleInbox };
const other = '0190a5c4-2222-7aaa-8aaa-000000000099' as PostId;

it('is the office, and whoever holds the role inbox unless they only look on', () => {
  const holders = ROLES.filter((role) => handles({ role, post: roleInbox }, addressed));
  expect(holders).toEqual(['unit', 'office', 'inspection', 'leading-group']);
});

it('is the office alone for what is addressed to another post or to nobody', () => {
  for (const role of ROLES) {
    expect(handles({ role, post: other }, addressed)).toBe(role === 'office');
    expect(handles({ role }, { addressedTo: undefined })).toBe(role === 'office');
  }
});
