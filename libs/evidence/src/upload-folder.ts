import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { link, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Rejected } from '@redress/contracts/command';
import type { Sha256 } from '@redress/contracts/values';
import { syncFolder, writeNew } from './durable.js';
import { codeOf, unlessAbsent } from './faults.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Scratch } from './scratch.js';
import type { Taken } from './take-in.js';

export type BegunUpload = {
  /** Whose it is: for anybody else it is not there. */
  readonly owner: string;
  readonly name: string;
  readonly size?: number | undefined;
  readonly sha256?: Sha256 | undefined;
};

export type Part = { readonly part: number; readonly size: number };

export type UploadOutcome = Taken | Rejected<FileRejection | 'size-differs'>;

export type Upload = {
  readonly begun: BegunUpload;
  /** What has arrived, in order. */
  readonly parts: readonly Part[];
  readonly outcome?: UploadOutcome;
};

const BEGUN = 'begun.json';
const OUTCOME = 'outcome.json';

/** What one upload is on the disk: what was said at its beginning, a file for each part, at last what became of it. */
export class UploadFolder {
  constructor(
    readonly path: string,
    private readonly scratch: Scratch,
  ) {}

  /** Whether it has begun now; else one was there already. */
  async begin(begun: BegunUpload): Promise<boolean> {
    const prepared = await this.scratch.newFolder();
    try {
      await writeNew(join(prepared, BEGUN), asBytes(begun));
      await rename(prepared, this.path);
    } catch (error) {
      await rm(prepared, { recursive: true, force: true });
      if (['ENOTEMPTY', 'EEXIST'].includes(codeOf(error) ?? '')) return false;
      throw error;
    }
    await syncFolder(join(this.path, '..'));
    return true;
  }

  async read(): Promise<Upload | undefined> {
    const begun = await unlessAbsent(readFile(join(this.path, BEGUN), 'utf8'));
    if (begun === undefined) return undefined;
    const outcome = await unlessAbsent(readFile(join(this.path, OUTCOME), 'utf8'));
    return {
      begun: JSON.parse(begun) as BegunUpload,
      parts: await this.parts(),
      ...(outcome === undefined ? {} : { outcome: JSON.parse(outcome) as UploadOutcome }),
    };
  }

  /** Moves a finished file in as a part. When there is one already: whether it is the same. */
  async add(part: number, file: string, sha256: Sha256): Promise<'added' | 'there' | 'differs' | 'gone'> {
    const path = join(this.path, nameOf(part));
    try {
      await link(file, path);
      await syncFolder(this.path);
      return 'added';
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return 'gone';
      if (codeOf(error) !== 'EEXIST') throw error;
      return (await sha256Of(path)) === sha256 ? 'there' : 'differs';
    }
  }

  async drop(part: number): Promise<void> {
    await rm(join(this.path, nameOf(part)), { force: true });
  }

  /** The bytes of all parts, in order. */
  async *bytes(): AsyncGenerator<Uint8Array> {
    for (const { part } of await this.parts())
      yield* createReadStream(join(this.path, nameOf(part))) as AsyncIterable<Uint8Array>;
  }

  /** Keeps what became of it, for whoever asks once more, and no part any longer. */
  async settle(outcome: UploadOutcome): Promise<void> {
    const written = this.scratch.newPath();
    await writeNew(written, asBytes(outcome));
    await rename(written, join(this.path, OUTCOME));
    await syncFolder(this.path);
    for (const { part } of await this.parts()) await this.drop(part);
  }

  /** When it was last changed; undefined when it is gone. */
  async changedAt(): Promise<number | undefined> {
    return (await unlessAbsent(stat(this.path)))?.mtimeMs;
  }

  /** It is gone at once; what is left to delete lies where the next start finds it. */
  async remove(): Promise<void> {
    const aside = this.scratch.newPath();
    await unlessAbsent(rename(this.path, aside));
    await rm(aside, { recursive: true, force: true });
  }

  private async parts(): Promise<readonly Part[]> {
    const names = ((await unlessAbsent(readdir(this.path))) ?? []).filter((name) => name.startsWith('part-'));
    const found = await Promise.all(
      names.toSorted().map(async (name) => {
        const file = await unlessAbsent(stat(join(this.path, name)));
        return file ? [{ part: Number(name.slice('part-'.length)), size: file.size }] : [];
      }),
    );
    return found.flat();
  }
}

const nameOf = (part: number): string => `part-${String(part).padStart(15, '0')}`;

const asBytes = (value: object): Readable => Readable.from([Buffer.from(JSON.stringify(value))]);

const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
};
