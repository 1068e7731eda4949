import { createHash } from 'node:crypto';
import { type TokenEvent, tokenEvents } from '@redress/contracts/directory/token.events';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, Instant, Sha256, TokenId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Token =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'issued' | 'revoked';
      readonly tokenId: TokenId;
      readonly sha256: Sha256;
      readonly acts: Actor;
      readonly expiresAt: Instant;
      readonly recordsPast: boolean;
      readonly purpose?: string;
      readonly replaces?: TokenId;
      readonly replacedBy?: TokenId;
      readonly usedOn?: Day;
    };

const evolve = (token: Token, { type, data }: TokenEvent): Token => {
  if (type === 'TokenIssued') return { status: 'issued', ...data };
  if (token.status === 'unknown') return token;
  switch (type) {
    case 'TokenReplaced':
      return { ...token, replacedBy: data.by, expiresAt: data.expiresAt };
    case 'TokenUsed':
      return { ...token, usedOn: data.on };
    case 'TokenRevoked':
      return { ...token, status: 'revoked' };
  }
};

export const tokens: Aggregate<Token, TokenEvent> = {
  ...tokenEvents,
  initial: { status: 'unknown' },
  evolve,
};

/** How a token is written: whoever finds one sees what it is. */
export const textOf = (bits: Buffer): string => `rdr_${bits.toString('base64url')}`;

export const sha256Of = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;

/** The id of a token is made of its hash, so that whoever has the hash finds its stream. A UUID of version 8. */
export const tokenIdOf = (sha256: Sha256): TokenId => {
  const variant = (0x8 | (parseInt(sha256.charAt(16), 16) & 0x3)).toString(16);
  const hex = `${sha256.slice(0, 12)}8${sha256.slice(13, 16)}${variant}${sha256.slice(17, 32)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as TokenId;
};
