// TypeScript as Node imports it: transpiled once, and loaded anew as often as a mutant needs modules of its own.

import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const root = new URL('../../../', import.meta.url);
const { $schema, ...swcrc } = JSON.parse(readFileSync(new URL('.swcrc', root), 'utf8'));
const globals = new URL('globals.mjs', import.meta.url).href;

const transpiled = new Map();
const javascriptOf = (path) => {
  const known = transpiled.get(path);
  if (known !== undefined) return known;
  const options = { ...swcrc, filename: path, swcrc: false, configFile: false, sourceMaps: false };
  const { code } = transformSync(readFileSync(path, 'utf8'), options);
  transpiled.set(path, code);
  return code;
};

/** Where the copy is that holds the mutants, and what in it is loaded anew. */
export const readSources = (copy, renewed) => {
  const inCopy = pathToFileURL(`${copy}/`).href;
  const isRenewed = (url) => url.startsWith(`${inCopy}${renewed}/`);

  const known = new Map();
  const sourceOf = (specifier, parent = '') => {
    const key = `${specifier} ${parent.slice(0, parent.lastIndexOf('/'))}`;
    if (!known.has(key)) known.set(key, source(specifier, parent)?.href);
    return known.get(key) && new URL(known.get(key));
  };

  /** `@redress/calendar/days` is a file of the copy, or where the copy holds no libs, of the project. */
  const source = (specifier, parent) => {
    const [, lib, path] = /^@redress\/([a-z-]+)\/(.+)$/.exec(specifier) ?? [];
    if (lib) {
      const file = `libs/${lib}/src/${path}.ts`;
      return [new URL(file, inCopy), new URL(file, root)].find((url) => existsSync(url));
    }
    if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !parent) return undefined;
    const url = new URL(specifier.replace(/\.js$/, '.ts'), parent);
    return existsSync(url) ? url : undefined;
  };

  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
      const url = sourceOf(specifier, context.parentURL);
      if (!url) return next(specifier, context);
      url.search = isRenewed(url.href) ? new URL(context.parentURL).search : '';
      return { url: url.href, shortCircuit: true };
    },
    load: (url, context, next) =>
      new URL(url).pathname.endsWith('.ts')
        ? { format: 'module', source: javascriptOf(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
};
