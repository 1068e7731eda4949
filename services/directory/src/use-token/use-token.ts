import type { TokenEvent } from '@redress/contracts/directory/token.events';
import type { Day, TokenId } from '@redress/contracts/values';
import type { Token } from '../token/token.js';

/** That a token was good for something on a day, once. */
export const useToken =
  (tokenId: TokenId, on: Day) =>
  (token: Token): readonly TokenEvent[] =>
    token.status !== 'issued' || token.usedOn === on ? [] : [{ type: 'TokenUsed', data: { tokenId, on } }];
