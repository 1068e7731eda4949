import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { keptText, readKept } from './kept-text.js';

const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'redress-kept-'));

it('is made once, for its owner alone, and nothing is left lying about', async () => {
  const inside = await folder();
  const file = join(inside, 'a.secret');
  expect(await keptText(file, () => 'first')).toBe('first');
  expect(await keptText(file, () => 'second')).toBe('first');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(inside)).toEqual(['a.secret']);
});

it('is the same for all who ask at once', async () => {
  const file = join(await folder(), 'deeper', 'a.secret');
  const asked = Array.from({ length: 20 }, (_, n) => keptText(file, () => `made by ${String(n)}`));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
});

it('is not there until it is made, and a file that cannot be read is an error', async () => {
  const inside = await folder();
  expect(await readKept(join(inside, 'a.secret'))).toBeUndefined();
  await expect(readKept(inside)).rejects.toThrow('EISDIR');
  await writeFile(join(inside, 'file'), '');
  await expect(keptText(join(inside, 'file', 'a.secret'), () => 'text')).rejects.toThrow('ENOTDIR');
});
