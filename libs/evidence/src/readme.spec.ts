import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { KINDS } from './kinds.js';
import { DEFAULT_LIMITS } from './limits.js';
import { FILE_REJECTIONS, UPLOAD_REJECTIONS } from '@redress/contracts/evidence/rejections';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The lines of the table under a heading of the README, each as its cells, without the head. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const section = readme.split('\n## ').find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.replaceAll('`', '').trim()),
  );
};

const firstOf = (heading: string): readonly (string | undefined)[] =>
  tableUnder(heading).map(([first]) => first);

it('lists every kind that is taken, what it is served as and how it may end', () => {
  expect(tableUnder('What is taken').map(([kind, mediaType, endings]) => [kind, mediaType, endings])).toEqual(
    Object.entries(KINDS).map(([kind, { mediaType, extensions }]) => [
      kind,
      mediaType,
      extensions.join(', '),
    ]),
  );
});

it('lists every rejection', () => {
  expect(firstOf('Why a file is refused')).toEqual(FILE_REJECTIONS);
  expect(firstOf('Why a step of an upload is refused')).toEqual(UPLOAD_REJECTIONS);
});

it('lists every limit, with its default, in the order of the code', () => {
  const source = readFileSync(new URL('limits.ts', import.meta.url), 'utf8');
  const variables = [...source.matchAll(/process\.env\['(\w+)'\]/g)].map(([, name]) => name);
  expect(firstOf('Limits')).toEqual(variables);
  expect(tableUnder('Limits').map(([, value]) => Number(value))).toEqual(Object.values(DEFAULT_LIMITS));
});
