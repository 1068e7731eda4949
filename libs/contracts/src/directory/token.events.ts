import type { Actor } from '../envelope.js';
import type { Category, Event } from '../event.js';
import type { Day, Instant, Sha256, TokenId } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type TokenEvent =
  | Event<
      'TokenIssued',
      {
        tokenId: TokenId;
        /** Of the token's text. The text itself is answered once and kept nowhere. */
        sha256: Sha256;
        acts: Pick<Actor, keyof Actor>;
        expiresAt: Instant;
        /** May say that what it does happened earlier, as whoever enters old files must. */
        recordsPast: boolean;
        /** What it is for, in the words of who issued it. */
        purpose?: string;
        /** Whose place it takes. */
        replaces?: TokenId;
      }
    >
  | Event<'TokenReplaced', { tokenId: TokenId; by: TokenId; expiresAt: Instant }>
  /** Once a day at most: what it was used for is in the events of that. */
  | Event<'TokenUsed', { tokenId: TokenId; on: Day }>
  | Event<'TokenRevoked', { tokenId: TokenId; reason: string }>;

export const tokenEvents: Category<TokenEvent> = {
  name: 'token',
  lifts: { TokenIssued: [], TokenReplaced: [], TokenUsed: [], TokenRevoked: [] },
};
