import type { Session } from '@redress/contracts/directory/who-acts';
import { Api } from '../http/api.js';
import { sessionIn } from '../http/credential.js';
import { Refusal } from '../http/refusal.js';
import { Trouble } from '../trouble.js';
import type { Settings } from './settings.js';

export type SignedIn = { readonly api: Api; readonly token: string; readonly session: Session };

/** A server that is not there is said at once; later it may be away for longer. */
const FIRST_PATIENCE_MS = 5_000;

/**
 * Asks the server who the token is.
 * @throws Trouble when there is no server, or it does not know the token
 */
export const signIn = async ({ url, token }: Settings): Promise<SignedIn> => {
  try {
    const session = await new Api(url, FIRST_PATIENCE_MS).ask<Session>({ path: '/me', token });
    return { api: new Api(url), token, session };
  } catch (error) {
    if (error instanceof Refusal && error.status === 401)
      throw new Trouble(
        sessionIn(token) ? 'your session is over: redress sign-in' : `${url} does not accept the token`,
      );
    if (error instanceof Refusal) throw new Trouble(`${url} is no Redress server (${error.message})`);
    throw error;
  }
};
