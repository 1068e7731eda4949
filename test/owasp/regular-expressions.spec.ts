import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { expect, it } from '@jest/globals';
import ts from 'typescript';
import { ROOT } from '../architecture/sources.js';

type Found = { readonly at: string; readonly source: string; readonly flags: string };

const expressionsIn = (path: string): readonly Found[] => {
  const file = ts.createSourceFile(
    path,
    readFileSync(join(ROOT, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      found.push({ at: `${path}:${String(line)}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const all = globSync('{services,libs}/*/src/**/*.ts', { cwd: ROOT })
  .filter((path) => !/\.(spec|examples|conformance)\.ts$/.test(path))
  .flatMap(expressionsIn)
  // Without an end to how often, nothing grows.
  .filter(({ source }) => /[*+]|\{\d+,\}/.test(source));

/** What makes an expression go over the same text again and again: its own letters, and what its classes may mean. */
const USUAL = [
  'a',
  '0',
  ' ',
  '\t',
  '\n',
  '-',
  '.',
  '/',
  ',',
  ';',
  '"',
  "'",
  '=',
  '%2e',
  '中',
  'a ',
  'a.',
  '0-',
  ' \n',
];
const repeatedFor = ({ source }: Found): readonly string[] => [
  ...new Set([...USUAL, ...(source.match(/[A-Za-z0-9]+|[^\w\s]/g) ?? [])]),
];

const LONG = 80_000;
/** Once over so many characters takes a fraction of a millisecond; once more for each of them takes seconds. */
const MOST_MS = 1_500;

const sandbox = createContext({ source: '', flags: '', text: '' });
const script = new Script('new RegExp(source, flags).test(text)');

/** Whether it comes to an end, or has to be ended. */
const ends = ({ source, flags }: Found, text: string): boolean => {
  Object.assign(sandbox, { source, flags, text });
  try {
    script.runInContext(sandbox, { timeout: MOST_MS });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return false;
    throw error;
  }
};

const slowOn = (found: Found): string | undefined => {
  const [head] = /^\^?([\w-]+)/.exec(found.source)?.slice(1) ?? [''];
  for (const part of repeatedFor(found)) {
    const many = part.repeat(Math.ceil(LONG / part.length));
    for (const text of [`${many}\u0001`, `${head ?? ''}${many}\u0001`, `\u0001${many}\u0001`])
      if (!ends(found, text)) return `${found.at} /${found.source}/ on many of ${JSON.stringify(part)}`;
  }
  return undefined;
};

it('no regular expression of ours takes long over a long text', () => {
  expect(all.length).toBeGreaterThan(40);
  expect(all.map(slowOn).filter((slow) => slow !== undefined)).toEqual([]);
});

it.each(['(a+)+$', '^(a|a)*$', '\\s+,\\s+\\s+;', '^(\\w+\\.?)+@'])(
  'one that does would be found: %s',
  (source) => {
    expect(slowOn({ at: 'here', source, flags: '' })).toContain('on many of');
  },
);
