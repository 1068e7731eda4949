import type { Envelope } from '../envelope.js';
import type { CaseId, Instant, MessageId, Sha256, TokenId } from '../values.js';
import { head, operator, today } from './organisation.examples.js';
import type { TokenEvent } from './token.events.js';
import type { IssueToken, RevokeToken } from './tokens.js';

export const now = '2026-03-20T08:00:00.000Z' as Instant;
export const inThirtyDays = '2026-04-19T08:00:00.000Z' as Instant;
export const in366Days = '2027-03-21T08:00:00.000Z' as Instant;
/** Of the text "a token". */
export const sha256 = 'e3316e2bafebb6103a3418e8778c0adc960d40213a03a7e7f4fcd3426ed807bf' as Sha256;
export const tokenId = 'e3316e2b-afeb-8610-ba34-18e8778c0adc' as TokenId;

export const issue = { post: 'P-07-1', rosterNumber: 'R1007' } satisfies IssueToken;
export const revoke = { tokenId, reason: 'lost with a telephone' } satisfies RevokeToken;

export const issued: Extract<TokenEvent, { type: 'TokenIssued' }> = {
  type: 'TokenIssued',
  data: { tokenId, sha256, acts: head, expiresAt: inThirtyDays, recordsPast: false },
};
export const revoked = {
  type: 'TokenRevoked',
  data: { tokenId, reason: 'lost with a telephone' },
} satisfies TokenEvent;

export const successorTokenId = '5b0c2f5e-6a5e-8d0b-9f4e-3a8f6f0d1c10' as TokenId;
export const inOneDay = '2026-03-21T08:00:00.000Z' as Instant;
export const replaced = {
  type: 'TokenReplaced',
  data: { tokenId, by: successorTokenId, expiresAt: inOneDay },
} satisfies TokenEvent;
export const used = {
  type: 'TokenUsed',
  data: { tokenId, on: today },
} satisfies TokenEvent;

// Total: an event without an example does not compile.
export const tokenExamples: { readonly [E in TokenEvent as E['type']]: E } = {
  TokenIssued: issued,
  TokenReplaced: replaced,
  TokenUsed: used,
  TokenRevoked: revoked,
};

export const envelope = {
  actor: operator,
  correlationId: '0190a5c4-1111-7aaa-8aaa-000000000006' as CaseId,
  causationId: '0190a5c4-1111-7aaa-8aaa-000000000007' as MessageId,
  happenedAt: now,
} satisfies Envelope;
