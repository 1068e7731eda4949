import { type TokenEvent, tokenEvents } from '@redress/contracts/directory/token.events';
import type { TokenRow } from '@redress/contracts/directory/token-list';
import type { PersonId, PostId } from '@redress/contracts/values';
import type { Plain } from '@redress/contracts/event';
import type { Projection } from '@redress/read-models/projection';

/** A row with what it is found by. */
export type ListedToken = Plain<TokenRow> & {
  readonly person?: PersonId;
  readonly post?: PostId;
};

export const tokenList: Projection<TokenEvent, ListedToken> = {
  name: 'tokenList',
  version: 1,
  of: tokenEvents,
  indexes: [['issuedAt'], ['person', 'issuedAt'], ['post', 'issuedAt'], ['isRevoked', 'expiresAt']],
  search: ['purpose'],
  on: {
    TokenIssued: (
      { tokenId: id, sha256: _hash, acts, ...token },
      { happenedAt: issuedAt, actor: issuedBy },
    ) => {
      const { person, post } = acts;
      const found = { ...(person && { person }), ...(post && { post }) };
      return { put: { id, ...token, acts, issuedBy, issuedAt, isRevoked: false, ...found } };
    },
    TokenReplaced: ({ tokenId, by: replacedBy, expiresAt }) => ({
      set: tokenId,
      to: { replacedBy, expiresAt },
    }),
    TokenUsed: ({ tokenId, on: usedOn }) => ({ set: tokenId, to: { usedOn } }),
    TokenRevoked: ({ tokenId, reason }) => ({ set: tokenId, to: { isRevoked: true, reason } }),
  },
};
