import { randomUUID } from 'node:crypto';
import { Api } from '../http/api.js';
import { sessionAfter, sessionIn } from '../http/credential.js';
import { Refusal } from '../http/refusal.js';
import { keep, keptFor } from '../sign-in/session-file.js';
import { Trouble } from '../trouble.js';
import { jsonIn } from './body.js';

export type Call = {
  readonly method: string;
  /** Below `/api`. */
  readonly path: string;
  /** JSON. */
  readonly body?: string | undefined;
  /** Without one, as anybody. */
  readonly token?: string | undefined;
  /** Seconds that the server may wait for what is asked to be there. */
  readonly wait?: number | undefined;
};

const METHODS = ['GET', 'PUT', 'POST', 'DELETE'] as const;

/**
 * One request to the interface, and what it answers. What changes something has a key of its own, so that it is done
 * once however often it has to be sent. A session that goes on under another token is kept under that.
 * @throws Trouble with the reason of the server when it refuses
 */
export const callInterface = async (
  url: string,
  { method, path, body, token, wait }: Call,
): Promise<unknown> => {
  const known = METHODS.find((one) => one === method.toUpperCase());
  if (!known) throw new Trouble(`${method} is none of ${METHODS.join(', ')}`);
  if (!path.startsWith('/')) throw new Trouble(`${path} is no path like /opinions`);
  try {
    const { reply, cookies } = await new Api(url).exchange<unknown>({
      method: known,
      path,
      token,
      ...(body !== undefined && { body: jsonIn(body) }),
      ...(known !== 'GET' && { key: randomUUID() }),
      ...(wait !== undefined && { wait }),
    });
    const session = token !== undefined && sessionIn(token) && sessionAfter(cookies, reply);
    if (session) keep(url, { ...keptFor(url), session });
    return reply;
  } catch (error) {
    if (error instanceof Refusal)
      throw new Trouble(`${String(error.status)} ${error.reason}: ${error.message}`);
    throw error;
  }
};
