import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { credentialOf, type Session, sessionIn } from '../http/credential.js';
import { userFolder } from '../keep-place/state-folder.js';
import { Trouble } from '../trouble.js';

/** What is kept between two commands, of one server: the session, and by what the server knows this machine again. */
export type Kept = { readonly session?: Session; readonly device?: string };

const ONLY_OWNER = 0o600;
const OTHERS = 0o077;

const pathFor = (url: string): string =>
  join(userFolder(), `session-${createHash('sha256').update(url).digest('hex').slice(0, 16)}.json`);

/** @throws Trouble when others may read it as well. */
export const keptFor = (url: string): Kept => {
  const path = pathFor(url);
  const text = readIfThere(path);
  if (text === undefined) return {};
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0)
    throw new Trouble(
      `${path} may be read by others: whoever did is signed in as you. Sign out, and sign in anew.`,
    );
  try {
    const { credential, device } = JSON.parse(text) as { credential?: string; device?: string };
    const session = credential === undefined ? undefined : sessionIn(credential);
    return { ...(session && { session }), ...(device !== undefined && { device }) };
  } catch {
    return {};
  }
};

/** Written beside, and put in its place whole: never readable by others, not for a moment. */
export const keep = (url: string, { session, device }: Kept): void => {
  const path = pathFor(url);
  const text = JSON.stringify({ credential: session && credentialOf(session), device });
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = `${path}.${String(process.pid)}`;
  writeFileSync(beside, text, { mode: ONLY_OWNER });
  chmodSync(beside, ONLY_OWNER);
  renameSync(beside, path);
};

export const forget = (url: string): void => {
  rmSync(pathFor(url), { force: true });
};

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};
