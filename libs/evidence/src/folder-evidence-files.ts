import { randomUUID } from 'node:crypto';
import { link, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Instant, Sha256 } from '@redress/contracts/values';
import { makeFolder, moveDurably, syncFolder, writeNew } from './durable.js';
import { EvidenceFiles, type ListedFile, type OpenedFile, type StoredFile } from './evidence-files.js';
import { asFault, codeOf, unlessAbsent } from './faults.js';
import { type Kind, kindEnding, KINDS } from './kinds.js';
import { Scratch } from './scratch.js';
import { verified } from './verified.js';

type Place = { readonly sha256: Sha256; readonly kind: Kind; readonly path: string };

/**
 * Evidence in a folder: `ab/cd/<hash>.<ending>`, where the hash begins with `abcd` and the ending says the kind.
 * Several processes may share the folder, if it is on one file system that knows hard links.
 */
export class FolderEvidenceFiles extends EvidenceFiles {
  private constructor(
    private readonly root: string,
    private readonly scratch: Scratch,
    private readonly removing: string,
  ) {
    super();
  }

  /** Makes the folder when it is not there, and clears away what interrupted runs left half done. */
  static async open(folder: string): Promise<FolderEvidenceFiles> {
    const root = resolve(folder);
    try {
      const scratch = await Scratch.open(join(root, '.writing'));
      const files = new FolderEvidenceFiles(root, scratch, join(root, '.removing'));
      await makeFolder(files.removing);
      for (const name of await readdir(files.removing)) await files.putBack(name);
      return files;
    } catch (error) {
      throw asFault(root, error);
    }
  }

  override async put(bytes: AsyncIterable<Uint8Array>, kind: Kind): Promise<StoredFile> {
    const temporary = this.scratch.newPath();
    try {
      const { sha256, size } = await writeNew(temporary, bytes);
      await touched(temporary);
      const place = (await this.find(sha256)) ?? { kind, path: this.pathOf(sha256, kind) };
      // Also over what is there: the file is young again then, and whole again if it was damaged.
      await moveDurably(temporary, place.path, this.root);
      return { sha256, size, kind: place.kind };
    } catch (error) {
      await rm(temporary, { force: true });
      throw asFault(this.root, error);
    }
  }

  override async get(sha256: Sha256): Promise<OpenedFile | undefined> {
    const place = await this.find(sha256);
    const file = place && (await unlessAbsent(open(place.path)));
    if (!file) return undefined;
    const { size } = await file.stat();
    return { sha256, size, kind: place.kind, bytes: verified(file.createReadStream(), sha256) };
  }

  override async has(sha256: Sha256): Promise<boolean> {
    return (await this.find(sha256)) !== undefined;
  }

  override async renew(sha256: Sha256): Promise<StoredFile | undefined> {
    const place = await this.find(sha256);
    if (!place) return undefined;
    const { kind, path } = place;
    const found = await unlessAbsent(touched(path).then(() => stat(path)));
    return found && { sha256, size: found.size, kind };
  }

  override async *list(): AsyncGenerator<ListedFile> {
    for (const first of await subfoldersOf(this.root))
      for (const second of await subfoldersOf(join(this.root, first)))
        for (const place of await placesIn(join(this.root, first, second))) {
          const found = await unlessAbsent(stat(place.path));
          const { sha256, kind } = place;
          if (found) yield { sha256, kind, size: found.size, storedAt: momentOf(found) };
        }
  }

  override async remove(sha256: Sha256, before: Instant): Promise<boolean> {
    const place = await this.find(sha256);
    const found = place && (await unlessAbsent(stat(place.path)));
    if (!found || momentOf(found) >= before) return false;

    // Once it is aside nobody can renew it, so its age is that which it has now.
    const aside = join(this.removing, `${randomUUID()}~${basename(place.path)}`);
    await unlessAbsent(rename(place.path, aside));
    const last = await unlessAbsent(stat(aside));
    if (!last) return false;
    if (momentOf(last) >= before) {
      await this.putBack(basename(aside));
      return false;
    }
    await rm(aside, { force: true });
    await syncFolder(dirname(place.path));
    return true;
  }

  private pathOf(sha256: Sha256, kind: Kind): string {
    return join(this.folderOf(sha256), `${sha256}.${KINDS[kind].extensions[0]}`);
  }

  private folderOf(sha256: string): string {
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4));
  }

  private async find(sha256: Sha256): Promise<Place | undefined> {
    if (!isSha256(sha256)) return undefined;
    return (await placesIn(this.folderOf(sha256))).find((place) => place.sha256 === sha256);
  }

  /** To where it was before somebody began to remove it, unless it has been put there again. */
  private async putBack(removed: string): Promise<void> {
    const aside = join(this.removing, removed);
    const name = removed.slice(removed.indexOf('~') + 1);
    const path = join(this.folderOf(name), name);
    await makeFolder(dirname(path));
    await unlessAbsent(link(aside, path)).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
    await rm(aside, { force: true });
  }
}

/** By the clock that says later how old it is; that of the disk may be another. */
const touched = (path: string): Promise<void> => {
  const now = new Date();
  return utimes(path, now, now);
};

const isSha256 = (text: string): text is Sha256 => /^[0-9a-f]{64}$/.test(text);

const momentOf = ({ mtime }: { readonly mtime: Date }): Instant => mtime.toISOString() as Instant;

const subfoldersOf = async (folder: string): Promise<readonly string[]> =>
  ((await unlessAbsent(readdir(folder))) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name));

const placesIn = async (folder: string): Promise<readonly Place[]> =>
  ((await unlessAbsent(readdir(folder))) ?? []).flatMap((name) => {
    const extension = extname(name);
    const sha256 = basename(name, extension);
    const kind = kindEnding(extension.slice(1));
    return kind && isSha256(sha256) ? [{ sha256, kind, path: join(folder, name) }] : [];
  });
