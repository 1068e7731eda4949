import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { POLICY } from '@redress/authorisation/policy';
import { format } from 'prettier';
import { ROOT } from './sources.js';
import { published, tableOf } from './who-may.js';

const TABLE = join(ROOT, 'docs/who-may-do-what.md');
const all = await published();
const commands = new Map(
  all.flatMap(({ subject, rejections }) => (rejections ? [[subject, rejections]] : [])),
);

it('names each command and query, and nothing else', () => {
  expect(all.length).toBeGreaterThan(150);
  expect(Object.keys(POLICY).toSorted()).toEqual(all.map(({ subject }) => subject).toSorted());
});

it.each(all.map(({ subject }) => subject))('tells whoever may not in the words of %s', (subject) => {
  const otherwise = POLICY[subject]?.otherwise;
  expect(commands.get(subject) ?? ['not-found']).toContain(otherwise);
});

// To write it anew after the policy has changed: REDRESS_WRITE_TABLE=1 before the command that runs this spec.
it('is the table in docs/who-may-do-what.md', async () => {
  const expected = await format(tableOf(POLICY, new Set(commands.keys())), { parser: 'markdown' });
  if (process.env['REDRESS_WRITE_TABLE'] === '1') writeFileSync(TABLE, expected);
  expect(readFileSync(TABLE, 'utf8')).toBe(expected);
});
