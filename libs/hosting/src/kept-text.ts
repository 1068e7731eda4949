import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where this process keeps what it keeps. */
export const dataFolder = (): string => process.env['REDRESS_DATA'] ?? 'data';

/**
 * A text that is made once and kept in a file that only its owner may read. However many processes ask for it at
 * once, and wherever one of them is killed, all of them get the same text.
 */
export const keptText = async (file: string, make: () => string): Promise<string> => {
  const kept = await readKept(file);
  if (kept !== undefined) return kept;
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeDurably(draft, make());
    // Fails when there is one already: the first process wins.
    await link(draft, file).catch(unless('EEXIST'));
  } finally {
    await rm(draft, { force: true });
  }
  return await readFile(file, 'utf8');
};

/** The text that is kept in a file; undefined when there is none. */
export const readKept = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch(unless('ENOENT'));

/** What was given itself or, where a file is named, lies in that. */
export const givenText = (given: string | undefined, file: string | undefined): string | undefined =>
  file ? readFileSync(file, 'utf8').trim() : given;

/** 256 bits that only this service knows, made at its first start: `<REDRESS_DATA>/<service>.secret`. */
export const secretOf = (service: string): Promise<string> =>
  keptText(join(dataFolder(), `${service}.secret`), () => randomBytes(32).toString('hex'));

const writeDurably = async (file: string, text: string): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const unless =
  (code: string) =>
  (error: unknown): undefined => {
    if ((error as NodeJS.ErrnoException).code !== code) throw error;
  };
