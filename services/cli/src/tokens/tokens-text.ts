import type { TokenRow } from '@redress/contracts/directory/token-list';
import { textTable } from '../print/text-table.js';

/** Tokens for the terminal, a line each. */
export const tokensText = (rows: readonly TokenRow[], now = new Date()): string =>
  textTable(
    ['id', 'for', 'role', 'confined to', 'expires', 'last used', 'state'],
    rows.map((row) => [
      row.id,
      row.purpose ?? '',
      row.acts.role,
      row.acts.scopes?.join(' ') ?? 'nothing',
      row.expiresAt.slice(0, 10),
      row.usedOn ?? 'never',
      stateOf(row, now),
    ]),
  );

const stateOf = ({ isRevoked, expiresAt, replacedBy }: TokenRow, now: Date): string => {
  if (isRevoked) return 'revoked';
  if (expiresAt <= now.toISOString()) return 'expired';
  return replacedBy === undefined ? 'active' : `replaced by ${replacedBy}`;
};
