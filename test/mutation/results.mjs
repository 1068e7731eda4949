// What was found, kept for each slice until a file changes that it depends on: an interrupted run goes on from there.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDER = '.nx/mutation-results';

const importsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from);

const sourceOf = (file, from) => {
  const [, lib, path] = /^@redress\/([a-z-]+)\/(.+)$/.exec(from) ?? [];
  if (lib) return `libs/${lib}/src/${path}.ts`;
  return from.startsWith('.') ? join(dirname(file), from).replace(/\.js$/, '.ts') : undefined;
};

/** The files, and all that they import, directly or not; and the packages that they need. */
const withImports = (files) => {
  const found = new Set(files);
  const packages = new Set(TOOLS);
  for (const file of found)
    for (const from of importsOf(file)) {
      const source = sourceOf(file, from);
      if (source === undefined) packages.add(/^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from);
      else if (existsSync(source)) found.add(source);
    }
  return { sources: [...found].toSorted(), packages: [...packages].toSorted() };
};

/** What finds mutants and runs specs; how it is told matters not. */
const TOOLS = ['@stryker-mutator/core', '@swc/core', 'expect', 'typescript'];
const tools = () => [
  '.swcrc',
  ...['changed', 'compiler', 'left-out'].map((name) => `test/mutation/${name}.mjs`),
  ...readdirSync('test/mutation/in-process').map((name) => `test/mutation/in-process/${name}`),
];

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
const versionOf = (name) => lock.packages[`node_modules/${name}`]?.version ?? '';

export const hashOf = ({ project, mutate, specs }) => {
  const readme = `${project}/README.md`; // its tables are compared with the rules
  const { sources, packages } = withImports([...mutate, ...specs]);
  const hash = createHash('sha256');
  for (const name of packages) hash.update(`${name} ${versionOf(name)}\n`);
  for (const file of [...sources, ...tools(), ...(existsSync(readme) ? [readme] : [])])
    hash.update(`${file}\n`).update(readFileSync(file)).update('\n');
  return hash.digest('hex');
};

const fileOf = ({ name }) => `${FOLDER}/${name.replaceAll('/', '.')}.json`;

/** What was found last, and whether all that it depends on is still as it was then. */
export const lastKnown = (slice) => {
  if (!existsSync(fileOf(slice))) return undefined;
  const { hash, ...result } = JSON.parse(readFileSync(fileOf(slice), 'utf8'));
  return { ...result, isCurrent: hash === hashOf(slice) };
};

/** What is known of a slice as its files are now. */
export const known = (slice) => {
  const last = lastKnown(slice);
  return last?.isCurrent ? last : undefined;
};

export const keep = (slice, hash, result) => {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(slice), JSON.stringify({ hash, ...result }, null, 1));
};

/** Fewer are alive than were; what the rest was, is as long ago as it was. */
export const keepAlive = (slice, alive) => {
  const before = JSON.parse(readFileSync(fileOf(slice), 'utf8'));
  writeFileSync(fileOf(slice), JSON.stringify({ ...before, alive }, null, 1));
};
