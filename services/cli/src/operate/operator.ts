import { randomUUID } from 'node:crypto';
import type { Asked } from '../http/api.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

export type Ask = <Reply>(asked: Pick<Asked, 'method' | 'path' | 'body'>) => Promise<Reply>;

/** Asks the server as the operator. What it refuses ends the command, in its words. */
export const asOperator = async (settings: Settings): Promise<Ask> => {
  const { api, token } = await signIn(settings);
  return async (asked) => {
    try {
      return await api.ask({ ...asked, token, ...(asked.method === 'PUT' && { key: randomUUID() }) });
    } catch (error) {
      throw error instanceof Refusal ? new Trouble(error.message) : error;
    }
  };
};
