import { describe, expect, it } from '@jest/globals';
import { invited, locked, opened } from '@redress/contracts/identity/account.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { LEFT, lockLeaver, unlockReturned } from './follow-leavers.js';

const { given } = specFor(accounts);
const { personId } = opened.data;
const lockedAsLeft = { type: 'AccountLocked', data: { personId, reason: LEFT, hasLeft: true } } as const;
const unlocked = { type: 'AccountUnlocked', data: { personId, reason: 'its person is back' } } as const;

describe('the account of who leaves', () => {
  it('is locked, and unlocked when they are back', () => {
    given(opened).when(lockLeaver(personId)).yields(lockedAsLeft);
    given(opened, lockedAsLeft).when(unlockReturned(personId)).yields(unlocked);
  });

  it('is left alone when there is none, when it is not open yet, or when the operator locked it', () => {
    given().when(lockLeaver(personId)).changesNothing();
    given(invited).when(lockLeaver(personId)).changesNothing();
    given(opened, locked).when(lockLeaver(personId)).changesNothing();
    given(opened, locked).when(unlockReturned(personId)).changesNothing();
    given(opened).when(unlockReturned(personId)).changesNothing();
    expect(accounts.initial.lockedAsLeft).toBe(false);
  });
});
