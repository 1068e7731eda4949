import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { LAYERS, ROOT } from './sources.js';
import { codesIn, rowsUnder } from './tables.js';

// What docs/architecture.md says there is, beside what there is.
const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
const told = (heading: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    rowsUnder(text, heading).map(([name = '', codes = '']) => [codesIn(name)[0] ?? '', codesIn(codes)]),
  );

/** The streams of each service, by the categories that are published in its name. */
const categories = (): Readonly<Record<string, readonly string[]>> => {
  const found: Record<string, string[]> = {};
  for (const path of globSync('libs/contracts/src/*/*.events.ts', { cwd: ROOT }).toSorted()) {
    const service = path.split('/').at(-2) ?? '';
    const names = readFileSync(join(ROOT, path), 'utf8').matchAll(/: Category<\w+> = \{\s*name: '([a-z]+)'/g);
    (found[service] ??= []).push(...[...names].map(([, name = '']) => `${name}-`));
  }
  return found;
};

/** Kept by each service that has reactions, and by each that keeps personal data. */
const OF_SEVERAL = ['upkeep-', 'forgetting-'];

it('names every service with its streams', () => {
  const known = categories();
  const services = readdirSync(join(ROOT, 'services')).toSorted();
  expect(Object.keys(told('Services and their streams')).toSorted()).toEqual(services);
  for (const [service, streams] of Object.entries(told('Services and their streams')))
    expect([service, streams.toSorted()]).toEqual([
      service,
      (known[service] ?? []).filter((stream) => !OF_SEVERAL.includes(stream)).toSorted(),
    ]);
  for (const stream of OF_SEVERAL) expect(text).toContain(`\`${stream}\``);
});

it('names every library with those that it stands on', () => {
  expect(told('Libraries')).toEqual(LAYERS);
});
