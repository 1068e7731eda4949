import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from '@jest/globals';

const CONTRACTS = new URL('../../../libs/contracts/src/', import.meta.url).pathname;
const HERE = new URL('.', import.meta.url).pathname;

/** The names of all commands of a service: what says why it may be rejected. */
const commandsOf = async (service: string): Promise<readonly string[]> => {
  const folder = join(CONTRACTS, service);
  const files = readdirSync(folder).filter((file) => /^[\w-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map((file) => import(`@redress/contracts/${service}/${basename(file, '.ts')}`)),
  );
  return modules.flatMap((module: object) =>
    Object.entries(module).flatMap(([name, offered]: [string, unknown]) =>
      typeof offered === 'function' && 'rejections' in offered ? [name] : [],
    ),
  );
};

it('drives each command of intake and of rectification, each in one place', async () => {
  const commands = [...(await commandsOf('intake')), ...(await commandsOf('rectification'))];
  const driven = readdirSync(HERE)
    .filter((file) => file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(HERE, file), 'utf8').matchAll(/^everyRejectionOf\((\w+),/gm)])
    .map(([, name]) => name);
  expect(driven.toSorted()).toEqual(commands.toSorted());
});
