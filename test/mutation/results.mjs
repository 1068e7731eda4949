// What was found, kept for each slice until a file changes that it depends on: an interrupted run goes on from there.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = '.nx/mutation-results';

const needed = (file) => {
  const imports = readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g);
  return [...imports].map(([, from]) => sourceOf(file, from)).filter((path) => path && existsSync(path));
};

const sourceOf = (file, from) => {
  const [, lib, path] = /^@redress\/([a-z-]+)\/(.+)$/.exec(from) ?? [];
  if (lib) return `libs/${lib}/src/${path}.ts`;
  return from.startsWith('.') ? join(dirname(file), from).replace(/\.js$/, '.ts') : undefined;
};

/** The files, and all that they import, directly or not. */
const withImports = (files) => {
  const found = new Set(files);
  for (const file of found) for (const one of needed(file)) found.add(one);
  return [...found].toSorted();
};

/** What finds mutants and runs specs; how it is told matters not. */
const tools = () => [
  ...['changed', 'compiler', 'left-out'].map((name) => `test/mutation/${name}.mjs`),
  ...readdirSync('test/mutation/in-process').map((name) => `test/mutation/in-process/${name}`),
];

export const hashOf = ({ project, mutate, specs }) => {
  const readme = `${project}/README.md`; // its tables are compared with the rules
  const files = [...withImports([...mutate, ...specs]), ...tools(), '.swcrc', 'package-lock.json'];
  const hash = createHash('sha256');
  for (const file of existsSync(readme) ? [...files, readme] : files)
    hash.update(`${file}\n`).update(readFileSync(file)).update('\n');
  return hash.digest('hex');
};

const fileOf = ({ name }) => `${FOLDER}/${name.replaceAll('/', '.')}.json`;

/** What is known of a slice as its files are now. */
export const known = (slice) => {
  if (!existsSync(fileOf(slice))) return undefined;
  const { hash, ...result } = JSON.parse(readFileSync(fileOf(slice), 'utf8'));
  return hash === hashOf(slice) ? result : undefined;
};

export const keep = (slice, hash, result) => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(slice), JSON.stringify({ hash, ...result }, null, 1));
};
