import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { ROOT } from './sources.js';

const twice = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

// In the document of the interface each form is called as its class: of two with one name, it would describe one as the other.
it('no two classes that the interface is described by have the same name', () => {
  const paths = globSync(['libs/contracts/src/**/*.ts', 'services/gateway/src/**/*.ts'], { cwd: ROOT });
  const sources = paths.filter((path) => !/\.(spec|examples)\.ts$/.test(path));
  const names = sources.flatMap((path) =>
    [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^export class (\w+)/gm)].map(
      ([, name]) => name ?? '',
    ),
  );
  expect(names.length).toBeGreaterThan(300);
  expect(twice(['A', 'B', 'A'])).toEqual(['A']);
  expect(twice(names)).toEqual([]);
});
