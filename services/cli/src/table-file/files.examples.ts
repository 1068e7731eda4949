import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Does something with a file of this content, which is gone afterwards. */
export const withFile = async <Result>(
  content: string | Uint8Array,
  run: (path: string) => Promise<Result>,
): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-cli-'));
  const path = join(folder, 'rows.csv');
  try {
    await writeFile(path, content);
    return await run(path);
  } finally {
    await rm(folder, { recursive: true });
  }
};

export const allOf = async <Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> => {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
};
