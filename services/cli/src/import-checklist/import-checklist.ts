import type { PublishedChecklist } from '@redress/contracts/inspection/publish-checklist';
import { checklistIdOf } from '@redress/contracts/inspection/ids';
import { keyOf } from '../http/key.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { textOf } from '../table-file/text.js';
import { Trouble } from '../trouble.js';
import { checklistIn } from './checklist-file.js';

/**
 * Publishes the checklist of a file; the version is the one that says so, which may be there already.
 * @throws Trouble when the file is none, or the server refuses it
 */
export const importChecklist = async (
  path: string,
  settings: Settings,
): Promise<{ readonly title: string; readonly version: number }> => {
  const { code, title, content } = checklistIn(path, await wholeOf(path));
  const { api, token } = await signIn(settings);
  const at = `/checklists/${checklistIdOf(code)}`;
  try {
    const asked = { method: 'PUT', path: at, token, key: keyOf(content), body: content } as const;
    const { version } = await api.ask<PublishedChecklist>(asked);
    return { title, version };
  } catch (error) {
    if (error instanceof Refusal) throw new Trouble(`${path}: the server refuses it: ${error.message}`);
    throw error;
  }
};

const wholeOf = async (path: string): Promise<string> => {
  let whole = '';
  for await (const piece of textOf(path)) whole += piece;
  return whole;
};
