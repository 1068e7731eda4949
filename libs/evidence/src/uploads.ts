import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Rejected } from '@redress/contracts/command';
import type { Instant } from '@redress/contracts/values';
import { atMost, TooLarge } from './at-most.js';
import { type Measured, writeNew } from './durable.js';
import { asFault, codeOf } from './faults.js';
import type { EvidenceLimits } from './limits.js';
import type { UploadRejection } from '@redress/contracts/evidence/rejections';
import type { Scratch } from './scratch.js';
import type { TakeIn } from './take-in.js';
import { tooMany } from './too-many.js';
import {
  type BegunUpload,
  type Part,
  type Upload,
  UploadFolder,
  type UploadOutcome,
} from './upload-folder.js';

/** Which upload, by an id that the caller made up, and whose. */
export type UploadRef = { readonly id: string; readonly owner: string };

type Refused = Rejected<UploadRejection>;

const HOUR_MS = 3_600_000;

const refuse = (rejected: UploadRejection): Refused => ({ rejected });

const sizeOf = (parts: readonly Part[]): number => parts.reduce((sum, { size }) => sum + size, 0);

/**
 * Large files arrive in parts, in any order, each as often as it takes. What has arrived is on the disk, and is still
 * there after a restart. Several processes may share the folder.
 */
export class Uploads {
  constructor(
    private readonly root: string,
    private readonly scratch: Scratch,
    private readonly takeIn: TakeIn,
    private readonly limits: EvidenceLimits,
  ) {}

  /** Said again in the same words, it answers how far the upload has come. */
  begin({ id, owner }: UploadRef, about: Omit<BegunUpload, 'owner'>): Promise<Upload | Refused> {
    return this.onDisk(async () => {
      if ((about.size ?? 0) > this.limits.bytes) return refuse('too-large');
      const folder = this.folderOf(id);
      if (!folder) return refuse('no-such-upload');
      const begun = JSON.parse(JSON.stringify({ ...about, owner })) as BegunUpload;
      if (await folder.begin(begun)) {
        const rejected = tooMany(await this.everybodys(), owner, this.limits);
        if (!rejected) return { begun, parts: [] };
        await folder.remove();
        return refuse(rejected);
      }
      const before = await folder.read();
      return before && isDeepStrictEqual(before.begun, begun) ? before : refuse('upload-id-is-taken');
    });
  }

  /** What has arrived, for whoever goes on after an interruption. */
  find({ id, owner }: UploadRef): Promise<Upload | undefined> {
    return this.onDisk(async () => {
      const upload = await this.folderOf(id)?.read();
      return upload?.begun.owner === owner ? upload : undefined;
    });
  }

  /** Once this resolves the part need not be sent again. @throws what the bytes throw; nothing is kept of them then. */
  putPart(ref: UploadRef, part: number, bytes: AsyncIterable<Uint8Array>): Promise<Upload | Refused> {
    return this.onDisk(async () => {
      const upload = await this.find(ref);
      const folder = this.folderOf(ref.id);
      if (!upload || !folder) return refuse('no-such-upload');
      if (upload.outcome) return refuse('already-finished');
      if (!Number.isInteger(part) || part < 1 || part > this.limits.parts) return refuse('no-such-part');
      const { most, tooLarge } = this.sizeIn(upload);
      const others = sizeOf(upload.parts.filter((other) => other.part !== part));
      const temporary = this.scratch.newPath();
      try {
        const { sha256 } = await writeNew(temporary, atMost(bytes, most - others));
        return await this.added(folder, part, temporary, sha256);
      } catch (error) {
        if (error instanceof TooLarge) return refuse(tooLarge);
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    });
  }

  /** Takes the whole file in. Said again, also after a restart, it answers the same as long as the upload is kept. */
  finish(ref: UploadRef): Promise<UploadOutcome | Refused> {
    return this.onDisk(async () => {
      const upload = await this.find(ref);
      const folder = this.folderOf(ref.id);
      if (!upload || !folder) return refuse('no-such-upload');
      if (upload.outcome) return upload.outcome;
      const { begun, parts } = upload;
      const size = sizeOf(parts);
      const isWhole = parts.length > 0 && parts.every(({ part }, index) => part === index + 1);
      if (!isWhole || size < (begun.size ?? size)) return refuse('parts-missing');
      try {
        const outcome: UploadOutcome =
          size > (begun.size ?? size)
            ? { rejected: 'size-differs' }
            : await this.takeIn.take(folder.bytes(), begun);
        await folder.settle(outcome);
        return outcome;
      } catch (error) {
        // Somebody else finished it or gave it up meanwhile.
        if (codeOf(error) === 'ENOENT') return (await this.find(ref))?.outcome ?? refuse('no-such-upload');
        throw error;
      }
    });
  }

  /** Nothing is kept of it. One that is finished is kept until it is forgotten: it counts for its owner until then. */
  giveUp(ref: UploadRef): Promise<Upload | Refused> {
    return this.onDisk(async () => {
      const upload = await this.find(ref);
      if (!upload) return refuse('no-such-upload');
      if (upload.outcome) return refuse('already-finished');
      await this.folderOf(ref.id)?.remove();
      return upload;
    });
  }

  /** Gives up what nobody went on with for so long, and forgets what became of the finished ones. */
  async cleanUp(now: Instant): Promise<void> {
    const before = Date.parse(now) - this.limits.idleHours * HOUR_MS;
    for (const folder of await this.all())
      if (((await folder.changedAt()) ?? before) < before) await folder.remove();
  }

  private async added(
    folder: UploadFolder,
    part: number,
    file: string,
    sha256: Measured['sha256'],
  ): Promise<Upload | Refused> {
    const added = await folder.add(part, file, sha256);
    if (added === 'differs') return refuse('part-differs');
    const upload = await folder.read();
    if (!upload || added === 'gone') return refuse('no-such-upload');
    const { most, tooLarge } = this.sizeIn(upload);
    if (sizeOf(upload.parts) <= most) return upload;
    // Others arrived at the same time, and together they are too many.
    if (added === 'added') await folder.drop(part);
    return refuse(tooLarge);
  }

  /** How large the parts may be together, and what is said when they are larger. */
  private sizeIn({ begun: { size } }: Upload) {
    return size === undefined
      ? ({ most: this.limits.bytes, tooLarge: 'too-large' } as const)
      : ({ most: size, tooLarge: 'size-differs' } as const);
  }

  private async everybodys(): Promise<readonly Upload[]> {
    const uploads = await Promise.all((await this.all()).map((folder) => folder.read()));
    return uploads.filter((upload) => upload !== undefined);
  }

  private async all(): Promise<readonly UploadFolder[]> {
    return (await readdir(this.root)).flatMap((id) => this.folderOf(id) ?? []);
  }

  private folderOf(id: string): UploadFolder | undefined {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
      ? new UploadFolder(join(this.root, id), this.scratch)
      : undefined;
  }

  private async onDisk<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      throw asFault(this.root, error);
    }
  }
}
