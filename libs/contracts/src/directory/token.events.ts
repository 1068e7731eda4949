import type { Actor } from '../envelope.js';
import type { Category, Event } from '../event.js';
import type { Instant, Sha256, TokenId } from '../values.js';

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
      }
    >
  | Event<'TokenRevoked', { tokenId: TokenId; reason: string }>;

export const tokenEvents: Category<TokenEvent> = {
  name: 'token',
  lifts: { TokenIssued: [], TokenRevoked: [] },
};
