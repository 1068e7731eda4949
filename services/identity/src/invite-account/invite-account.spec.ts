import { describe, expect, it } from '@jest/globals';
import { officer, operator, personId } from '@redress/contracts/directory/organisation.examples';
import {
  inSevenDays,
  invitationId,
  invited,
  laterInvitationId,
  linked,
  locked,
  opened,
  passwordSet,
  reset,
} from '@redress/contracts/identity/account.examples';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { Instant, InvitationId } from '@redress/contracts/values';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { goodUntil, inviteAccount, resetAccount } from './invite-account.js';

const { given } = specFor(accounts);
const invitation = { personId, invitationId, expiresAt: inSevenDays };
const later = { ...invitation, invitationId: laterInvitationId };
const open = given(invited, opened, passwordSet);

describe('the operator invites', () => {
  it('somebody without an account, and anew who did not come', () => {
    given()
      .when(inviteAccount(invitation, true, operator))
      .yields(invited);
    given(invited)
      .when(inviteAccount(later, true, operator))
      .yields(having(invited, { invitationId: laterInvitationId }));
  });

  it.each([
    ['not-the-operator', given(), true, officer],
    ['no-such-person', given(), false, operator],
    ['account-open-already', open, true, operator],
    ['account-open-already', given(linked, having(opened, { by: 'provider' })), true, operator],
    ['account-locked', given(invited, opened, passwordSet, locked), true, operator],
  ] as const)('but is told %s', (reason, account, isKnown, actor) => {
    account.when(inviteAccount(invitation, isKnown, actor)).isRejected(reason);
  });
});

describe('the operator resets', () => {
  it('an account that is open, as often as it takes', () => {
    open.when(resetAccount(later, 'forgotten', operator)).yields(reset);
    given(invited, opened, passwordSet, reset)
      .when(resetAccount(invitation, 'forgotten', operator))
      .yields(having(reset, { invitationId }));
  });

  it.each([
    ['not-the-operator', open, officer],
    ['no-such-account', given(), operator],
    ['no-such-account', given(invited), operator],
    ['account-locked', given(invited, opened, passwordSet, locked), operator],
  ] as const)('but is told %s', (reason, account, actor) => {
    account.when(resetAccount(later, 'forgotten', actor)).isRejected(reason);
  });
});

describe('an invitation', () => {
  const before = '2026-03-27T07:59:59.999Z' as Instant;
  const until = (id: InvitationId, now: Instant, ...history: readonly AccountEvent[]) =>
    goodUntil(
      fold(
        accounts,
        history.map((event) => versioned(accounts, event)),
      ),
      id,
      now,
    );

  it('is good until it expires', () => {
    expect(until(invitationId, before, invited)).toBe(inSevenDays);
    expect(until(invitationId, inSevenDays, invited)).toBeUndefined();
    const again = [invited, opened, passwordSet, reset];
    expect(until(laterInvitationId, before, ...again)).toBe(inSevenDays);
  });

  it('and no more once it was used, another took its place, or the account is locked', () => {
    expect(until(invitationId, before)).toBeUndefined();
    expect(until(invitationId, before, invited, opened, passwordSet)).toBeUndefined();
    const elsewhere = having(opened, { by: 'provider' });
    expect(until(invitationId, before, invited, elsewhere)).toBeUndefined();
    const replaced = having(invited, { invitationId: laterInvitationId });
    expect(until(invitationId, before, invited, replaced)).toBeUndefined();
    expect(until(laterInvitationId, before, invited, opened, passwordSet, reset, locked)).toBeUndefined();
  });
});
