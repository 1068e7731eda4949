import { personId } from '../directory/organisation.examples.js';
import type { FactorId, Instant, InvitationId, Sha256 } from '../values.js';
import type { AccountEvent } from './account.events.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const inSevenDays = '2026-03-27T08:00:00.000Z' as Instant;
export const invitationId = '0190a5c4-3333-8aaa-8aaa-000000000001' as InvitationId;
export const laterInvitationId = '0190a5c4-3333-8aaa-8aaa-000000000002' as InvitationId;
export const factorId = '0190a5c4-3333-7aaa-8aaa-000000000003' as FactorId;
export const subject = 'a'.repeat(64) as Sha256;

export const invited = {
  type: 'AccountInvited',
  data: { personId, invitationId, expiresAt: inSevenDays },
} satisfies AccountEvent;
export const opened: Extract<AccountEvent, { type: 'AccountOpened' }> = {
  type: 'AccountOpened',
  data: { personId, by: 'invitation' },
};
export const passwordSet: Extract<AccountEvent, { type: 'PasswordSet' }> = {
  type: 'PasswordSet',
  data: { personId, because: 'invited' },
};
export const linked = {
  type: 'IdentityLinked',
  data: { personId, provider: 'campus', subject },
} satisfies AccountEvent;
export const enrolled = {
  type: 'FactorEnrolled',
  data: { personId, factorId, kind: 'totp' },
} satisfies AccountEvent;
export const factorRemoved = {
  type: 'FactorRemoved',
  data: { personId, factorId },
} satisfies AccountEvent;
export const codesMade = { type: 'RecoveryCodesMade', data: { personId } } satisfies AccountEvent;
export const codeUsed = { type: 'RecoveryCodeUsed', data: { personId } } satisfies AccountEvent;
export const reset = {
  type: 'AccountReset',
  data: { personId, invitationId: laterInvitationId, expiresAt: inSevenDays, reason: 'forgotten' },
} satisfies AccountEvent;
export const locked = {
  type: 'AccountLocked',
  data: { personId, reason: 'on leave' },
} satisfies AccountEvent;
export const unlocked = {
  type: 'AccountUnlocked',
  data: { personId, reason: 'back again' },
} satisfies AccountEvent;
export const ended = {
  type: 'SessionsEnded',
  data: { personId, reason: 'a telephone was lost' },
} satisfies AccountEvent;
export const closed = { type: 'AccountClosed', data: { personId } } satisfies AccountEvent;

// Total: an event without an example does not compile.
export const accountExamples: { readonly [E in AccountEvent as E['type']]: E } = {
  AccountInvited: invited,
  AccountOpened: opened,
  PasswordSet: passwordSet,
  IdentityLinked: linked,
  FactorEnrolled: enrolled,
  FactorRemoved: factorRemoved,
  RecoveryCodesMade: codesMade,
  RecoveryCodeUsed: codeUsed,
  AccountReset: reset,
  AccountLocked: locked,
  AccountUnlocked: unlocked,
  SessionsEnded: ended,
  AccountClosed: closed,
};
