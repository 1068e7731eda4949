import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from '../trouble.js';

export type Settings = { readonly url: string; readonly token: string; readonly data: string };

type Options = { readonly url?: string; readonly token?: string };

/** From options, else from the environment, else as the server on this machine has them by default. */
export const settingsFrom = ({ url, token }: Options, env: NodeJS.ProcessEnv): Settings => {
  const data = env['REDRESS_DATA'] ?? 'data';
  return {
    url: urlIn(url ?? `http://127.0.0.1:${env['REDRESS_PORT'] ?? '3000'}`),
    token: token ?? env['REDRESS_TOKEN'] ?? operatorToken(data),
    data,
  };
};

const urlIn = (text: string): string => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Trouble(`${text} is no address of a server; it is written like http://127.0.0.1:3000`);
  return text.replace(/\/+$/, '');
};

const operatorToken = (data: string): string => {
  const path = join(data, 'operator.token');
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new Trouble(
      `no token: ${path} is not there. Is the server started (npm start)? Else give --token or REDRESS_TOKEN.`,
    );
  }
};
