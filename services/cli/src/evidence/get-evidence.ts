import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { headersFor } from '../http/credential.js';
import { refusalIn } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';
import { taskIdIn } from './task-id.js';

export type Wanted = { readonly task: string; readonly sha256: string; readonly file: string };

/** Fetches a file that is evidence of a task, into a new file. @throws Trouble when it is not all there, or another */
export const getEvidence = async ({ task, sha256, file }: Wanted, settings: Settings): Promise<void> => {
  const taskId = taskIdIn(task);
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Trouble(`"${sha256}" is no SHA-256`);
  const { api, token } = await signIn(settings);
  const response = await fetch(`${api.url}/api/evidence/${sha256}?task=${taskId}`, {
    headers: headersFor(token),
  });
  if (!response.ok || !response.body)
    throw new Trouble(refusalIn({ status: response.status, text: await response.text() }).message);
  try {
    const arrived = await written(response.body, file);
    if (arrived !== sha256) throw new Trouble(`what arrived has the SHA-256 ${arrived}`);
  } catch (error) {
    if (!isThere(error)) await rm(file, { force: true });
    throw error instanceof Trouble ? error : new Trouble(`${file}: ${String(error)}`);
  }
};

/** The hash of what was written. */
const written = async (bytes: AsyncIterable<Uint8Array>, path: string): Promise<string> => {
  const hash = createHash('sha256');
  const file = await open(path, 'wx');
  try {
    for await (const chunk of bytes) {
      hash.update(chunk);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
  return hash.digest('hex');
};

const isThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
