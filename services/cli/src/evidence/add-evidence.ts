import { basename } from 'node:path';
import type { TakenFile, UploadState } from '@redress/contracts/evidence/uploads';
import { v5 as uuidOf } from 'uuid';
import type { Api } from '../http/api.js';
import { keyOf } from '../http/key.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';
import { measured, partsOf } from './file-on-disk.js';
import { taskIdIn } from './task-id.js';

export type NewEvidence = {
  readonly task: string;
  readonly file: string;
  readonly note?: string | undefined;
};

/**
 * Sends a file in parts and attaches it to a task. Ids derive from the content: interrupted and begun again, it goes on
 * where it was, and what is done is not done twice.
 * @throws Trouble with the reason when the server refuses
 */
export const addEvidence = async (
  { task, file, note }: NewEvidence,
  settings: Settings,
): Promise<TakenFile> => {
  const taskId = taskIdIn(task);
  const name = basename(file);
  const { sha256, size } = await measured(file);
  if (size === 0) throw new Trouble(`${file} is empty`);
  const { api, token, session } = await signIn(settings);
  const idOf = (...what: readonly string[]): string =>
    uuidOf(JSON.stringify([session.actor.person ?? session.tokenId, ...what]), taskId);
  try {
    const upload = `/evidence-uploads/${idOf(sha256, name)}`;
    const taken = await sent(api, token, upload, file, { name, size, sha256 });
    const body = { note: note ?? name, file: { sha256: taken.sha256, name: taken.name } };
    const path = `/tasks/${taskId}/evidence/${idOf(taken.sha256, body.note)}`;
    await api.ask({ method: 'PUT', path, token, key: keyOf([path, body]), body });
    return taken;
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`${file}: ${error.message}`) : error;
  }
};

const sent = async (
  api: Api,
  token: string,
  upload: string,
  file: string,
  about: object,
): Promise<TakenFile> => {
  const put = <Reply>(path: string, more: { body?: object; bytes?: Uint8Array }): Promise<Reply> =>
    api.ask<Reply>({ method: 'PUT', path, token, ...more });
  const state = await put<UploadState>(upload, { body: about });
  if (!state.file && state.refused === undefined) {
    const there = new Set(state.parts.map(({ part }) => part));
    let part = 0;
    for await (const bytes of partsOf(file)) {
      part += 1;
      if (!there.has(part)) await put(`${upload}/parts/${String(part)}`, { bytes });
    }
  }
  return put<TakenFile>(`${upload}/finish`, {});
};
