import { expect, it } from '@jest/globals';
import { head } from '@redress/contracts/directory/organisation.examples';
import {
  inOneDay,
  inThirtyDays,
  issued,
  replaced,
  revoked,
  sha256,
  successorTokenId,
  tokenId,
  used,
} from '@redress/contracts/directory/token.examples';
import { having } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { tokenList } from './token-list.js';

it('keeps who may do what until when, and of the token nothing that leads to its text', () => {
  const acts = { ...head, scopes: ['read'] as const };
  const rows = rowsAfter(tokenList, having(issued, { acts, purpose: 'nightly export' }));
  expect(rows).toEqual([
    expect.objectContaining({
      id: tokenId,
      acts,
      purpose: 'nightly export',
      expiresAt: inThirtyDays,
      recordsPast: false,
      isRevoked: false,
      person: head.person,
      post: head.post,
      issuedBy: expect.anything(),
      issuedAt: expect.anything(),
    }),
  ]);
  expect(JSON.stringify(rows)).not.toContain(sha256);
});

it('keeps the last day on which it was used, what took its place, and why it was revoked', () => {
  const rows = rowsAfter(tokenList, issued, used, replaced, revoked);
  expect(rows).toEqual([
    expect.objectContaining({
      usedOn: used.data.on,
      replacedBy: successorTokenId,
      expiresAt: inOneDay,
      isRevoked: true,
      reason: revoked.data.reason,
    }),
  ]);
});
