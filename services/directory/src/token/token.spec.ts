import { expect, it } from '@jest/globals';
import { sha256, tokenId } from '@redress/contracts/directory/token.examples';
import type { MessageId } from '@redress/contracts/values';
import { Mint } from '../issue-token/mint.js';
import { sha256Of, tokenIdOf } from './token.js';

const cause = '0190a5c4-1111-7aaa-8aaa-000000000007' as MessageId;
const otherCause = '0190a5c4-1111-7aaa-8aaa-000000000008' as MessageId;

it('is known by its hash, and its id is made of that', () => {
  expect(sha256Of('a token')).toBe(sha256);
  expect(tokenIdOf(sha256)).toBe(tokenId);
});

it('has 256 bits that follow from the secret and the cause, and from nothing less', () => {
  const text = new Mint('secret').textFor(cause);
  expect(text).toMatch(/^rdr_[\w-]{43}$/);
  expect(new Mint('secret').textFor(cause)).toBe(text);
  expect(new Mint('secret').textFor(otherCause)).not.toBe(text);
  expect(new Mint('other').textFor(cause)).not.toBe(text);
});
