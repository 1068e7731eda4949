import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { credentialOf } from '../http/credential.js';
import { Trouble } from '../trouble.js';
import { keptFor } from './session-file.js';

export type Settings = { readonly url: string; readonly token: string; readonly data: string };

type Options = { readonly url?: string; readonly token?: string };

/** From options, else from the environment, else of whoever signed in there, else as the server on this machine has them by default. */
export const settingsFrom = ({ url, token }: Options, env: NodeJS.ProcessEnv): Settings => {
  const data = env['REDRESS_DATA'] ?? 'data';
  const server = serverUrl(url, env);
  return {
    url: server,
    token: token ?? env['REDRESS_TOKEN'] ?? sessionAt(server) ?? operatorToken(data),
    data,
  };
};

export const serverUrl = (url: string | undefined, env: NodeJS.ProcessEnv): string =>
  urlIn(url ?? `http://127.0.0.1:${env['REDRESS_PORT'] ?? '3000'}`);

const sessionAt = (url: string): string | undefined => {
  const { session } = keptFor(url);
  return session && credentialOf(session);
};

const urlIn = (text: string): string => {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    throw new Trouble(`${text} is no address of a server; it is written like http://127.0.0.1:3000`);
  return text.replace(/(?<!\/)\/+$/, '');
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
