import type { IssuedToken, IssueToken } from '@redress/contracts/directory/tokens';
import { randomUUID } from 'node:crypto';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

/** A new token for the holder of a post. The server tells its text this once. */
export const issueToken = async (wanted: IssueToken, settings: Settings): Promise<IssuedToken> => {
  const { api, token } = await signIn(settings);
  try {
    const issue = { method: 'POST', path: '/tokens', token, key: randomUUID(), body: wanted } as const;
    return await api.ask<IssuedToken>(issue);
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`no token: ${error.message}`) : error;
  }
};
