import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/bin'];

/** The nats-server of this machine. */
export const findBroker = (): string => {
  const found = FOLDERS.map((folder) => join(folder, 'nats-server')).find((path) => existsSync(path));
  if (!found) throw new Error('nats-server is not on this machine');
  return found;
};
