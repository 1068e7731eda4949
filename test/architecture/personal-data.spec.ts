import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Declared } from '@redress/sealing/sealing';
import { eventTexts } from './event-texts.js';
import { ROOT } from './sources.js';

const DOCUMENT = readFileSync(join(ROOT, 'docs/personal-data.md'), 'utf8');

/** The cells of a table, without what they are set in. */
const table = (heading: string): readonly (readonly string[])[] =>
  (DOCUMENT.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );

const categories = async (): Promise<readonly Declared[]> => {
  const files = globSync('libs/contracts/src/**/*.events.ts', { cwd: ROOT });
  const modules = await Promise.all(files.map((file) => import(join(ROOT, file)) as Promise<object>));
  return modules.flatMap((module) => Object.values(module) as unknown[]).filter(isCategory);
};

const isCategory = (value: unknown): value is Declared =>
  typeof value === 'object' && value !== null && 'lifts' in value && 'name' in value;

/** The last field that is no list. */
const lastOf = (text: string): string =>
  text
    .replace(/(\.\*)+$/, '')
    .split(/[. ]/)
    .at(-1) ?? '';

const spelt = (type: string, path: string): string => `${type} ${path}`;

/** `Finding*` stands for all that begin so; a path is meant wherever it is in an event. */
const like = (type: string, path: string): RegExp => {
  const literally = (text: string): string => text.replace(/[.*]/g, '\\$&');
  return new RegExp(`^${type.replaceAll('*', '\\w*')} (.*\\.)?${literally(path)}$`);
};

it('is sealed as the table says', async () => {
  const declared = (await categories()).flatMap(({ personal = {} }) =>
    Object.entries(personal).flatMap(([type, all = []]) =>
      all.map(({ whose, fields }) => [type, fields.join(', '), whose]),
    ),
  );
  expect(declared.length).toBeGreaterThan(0);
  expect(declared.toSorted()).toEqual(table('Sealed').toSorted());
});

it('is sealed by every service whose events it is in', async () => {
  const modules = globSync('services/*/src/*.module.ts', { cwd: ROOT }).map((path) =>
    readFileSync(join(ROOT, path), 'utf8'),
  );
  const sealed = modules.flatMap((text) => /seals: \[([^\]]*)\]/.exec(text)?.[1]?.split(', ') ?? []);
  const personal = (await categories()).filter((category) => category.personal);
  expect(sealed.toSorted()).toEqual(personal.map(({ name }) => `${name}Events`).toSorted());
});

/** What a text is called that is likely to be about somebody. */
const TELLING =
  /name|text|note|contact|phone|mail|roster|address|person|question|answer|comment|place|where|seen|summary|record$/i;

it('has a place in a table, whatever text of an event is likely to be about somebody; and so has nothing else', () => {
  const texts = eventTexts().map(({ type, path }) => spelt(type, path));
  const sealed = table('Sealed').flatMap(([type = '', fields = '']) =>
    fields.split(', ').map((path) => spelt(type, path)),
  );
  const named = new Set(table('Not sealed, by the name of the field').map(([name]) => name));
  const listed = table('Not sealed, one by one').map(([type = '', path = '']) => like(type, path));
  const others = texts.filter((text) => !sealed.includes(text) && !named.has(lastOf(text)));
  const telling = others.filter((text) => TELLING.test(lastOf(text)));
  expect(telling.filter((text) => !listed.some((line) => line.test(text)))).toEqual([]);
  expect(listed.filter((line) => !others.some((text) => line.test(text)))).toEqual([]);
  const all = eventTexts({ branded: true }).map(({ type, path }) => spelt(type, path));
  expect(sealed.filter((text) => !all.includes(text))).toEqual([]);
});

it('may not pass by its name alone where it is likely to be about somebody', () => {
  const named = table('Not sealed, by the name of the field').map(([name = '']) => name);
  expect(
    named.filter((name) => /name|text|note|contact|phone|mail|roster|address|place/i.test(name)),
  ).toEqual([]);
});
