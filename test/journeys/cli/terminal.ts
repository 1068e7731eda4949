import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../../services/cli/dist/main.js', import.meta.url));
const SCRIPT = '/usr/bin/script';

/** A terminal of its own for a command comes from a program that not every machine has. */
export const hasTerminals = existsSync(SCRIPT);

type Env = Readonly<Record<string, string>>;
export type Ran = { readonly code: number | null; readonly out: string };

/** A command of the client, which has no terminal. */
export const redress = async (env: Env, ...args: readonly string[]): Promise<Ran> => {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (out += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
};

/** The same at a terminal, where each answer is typed once its question is there; all that the terminal showed. */
export const atTerminal = async (
  env: Env,
  answers: readonly (readonly [question: string, answer: string])[],
  ...args: readonly string[]
): Promise<Ran> => {
  const command = [process.execPath, CLI, ...args].map((part) => `'${part}'`).join(' ');
  const child = spawn(SCRIPT, ['-qefc', command, '/dev/null'], { env: { ...process.env, ...env } });
  const waiting = [...answers];
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    const [next] = waiting;
    if (!next || !out.includes(next[0])) return;
    waiting.shift();
    child.stdin.write(`${next[1]}\r`);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out };
};
