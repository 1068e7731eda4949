import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WholeSystem } from './cli/whole-system.js';

// One story: a file of the whole organisation comes every night, and whoever is not in it any more has left.

let system: WholeSystem;
beforeAll(async () => {
  system = await WholeSystem.start();
});
afterAll(() => system.stop());

const HEADER = 'unit_code,unit,parent_code,post_code,post,role,roster_number,person,from';
const row = (n: number, number = n): string =>
  `u,Unit,,p${String(n)},Post ${String(n)},unit,r${String(number)},Person ${String(number)},2024-01-01`;
const rows = (count: number): string[] => Array.from({ length: count }, (_, index) => row(index));

const night = (lines: readonly string[], ...options: readonly string[]) => {
  const path = join(system.folder, 'organisation.csv');
  writeFileSync(path, [HEADER, ...lines].join('\n'));
  return system.redress('import', 'organisation', path, '--leavers', ...options);
};
const holders = async (): Promise<number> => {
  const { body } = await system.call('GET', '/api/posts?limit=200', { token: system.operatorToken });
  const posts = body['rows'] as readonly { holders: readonly { until?: string }[] }[];
  return posts.flatMap((post) => post.holders.filter(({ until }) => until === undefined)).length;
};

it('says who would leave, asks, and refuses when too many would', async () => {
  expect(await night(rows(10), '--yes')).toMatchObject({ code: 0, out: '10 rows are in.\nNobody leaves.\n' });
  const nine = rows(9);
  const seen = await night(nine, '--dry-run');
  expect(seen).toMatchObject({ code: 0, out: '1 would leave.\n' });
  expect(seen.err).toContain('would leave p9: ');
  expect(await night(nine)).toMatchObject({ code: 2, err: expect.stringContaining('say --yes') });
  const few = await night(rows(7), '--yes');
  expect(few).toMatchObject({ code: 2, err: expect.stringContaining('3 of 10 holders would leave') });
  const bad = await night([...nine, 'u,Unit,,p10,,unit,r10,X,2024-01-01'], '--yes');
  expect(bad.code).toBe(2);
  expect(await holders()).toBe(10);
});

it('has them leave, once, and lets who comes back hold a post again', async () => {
  expect(await night(rows(9), '--yes')).toMatchObject({ code: 0, out: '9 rows are in.\n1 have left.\n' });
  expect(await holders()).toBe(9);
  const recorded = await system.recordedButReadings();
  expect(await night(rows(9), '--yes')).toMatchObject({ code: 0, out: '9 rows are in.\nNobody leaves.\n' });
  expect(await system.recordedButReadings()).toEqual(recorded);
  expect(await night(rows(3), '--yes', '--at-most', '100')).toMatchObject({
    code: 0,
    out: '3 rows are in.\n6 have left.\n',
  });
  expect(await holders()).toBe(3);
});
