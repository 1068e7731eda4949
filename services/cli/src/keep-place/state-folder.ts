import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the journal of an import lies: with the server's data when they are on this machine, else with the user's.
 * It is known by what is imported, and by server and token: a token is good for one life of the data only, so that
 * no journal outlives what it speaks of.
 */
export const journalPath = (data: string, ...importOf: readonly string[]): string => {
  const name = createHash('sha256').update(JSON.stringify(importOf)).digest('hex').slice(0, 32);
  return join(existsSync(data) ? join(data, 'cli') : userFolder(), `${name}.journal`);
};

/** Of whoever runs this, for what is to be there the next time. */
export const userFolder = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'redress');
