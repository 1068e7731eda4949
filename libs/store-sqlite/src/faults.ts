import { StoreFault } from '@redress/eventsourcing/store-fault';

// What an operator can do something about, by the primary code of SQLite.
const REASONS: Readonly<Record<number, string>> = {
  5: 'another process keeps it locked',
  8: 'it cannot be written to',
  10: 'the disk cannot be read or written',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  26: 'it is not a database',
};

/** An error of SQLite in words for who runs the service; any other error is given back as it is. */
export const asFault = (file: string, error: unknown): Error => {
  const { code, errcode, message } = error as Error & { readonly code?: string; readonly errcode?: number };
  if (code === 'ERR_INVALID_STATE') return new StoreFault(`${file}: the store is closed`, { cause: error });
  if (errcode === undefined) return error as Error;
  // The bits above the lowest eight only say more.
  const reason = REASONS[errcode & 0xff] ?? 'it cannot be used';
  return new StoreFault(`${file}: ${reason} (${message})`, { cause: error });
};
