import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sha256 } from '@redress/contracts/values';
import { allOf, arriving, gathered } from '@redress/evidence/bytes.examples';
import { Bucket } from '@redress/evidence/bucket/bucket';
import { BucketEvidenceFiles } from '@redress/evidence/bucket/bucket-evidence-files';
import { bucketFrom } from '@redress/evidence/bucket/bucket-settings';
import { Scratch } from '@redress/evidence/scratch';
import { readManifest } from '@redress/operations/backup/manifest';
import { takeBackup } from '@redress/operations/backup/take-backup';
import { ExampleData, newFolder } from '@redress/operations/data-folder.examples';
import { EMBEDDED } from '@redress/operations/engine';
import { inBucket } from '@redress/operations/evidence/in-bucket';
import type { Stored } from '@redress/operations/evidence/source';
import { restore } from '@redress/operations/restore/restore';
import { type Fault, S3Double } from './doubles/s3-double.js';

const double = await S3Double.start();
afterAll(() => double.stop());

let data: ExampleData;
let folder: string;
let prefixes = 0;
let bucket: Bucket;
let files: BucketEvidenceFiles;

const opened = async (prefix: string) => {
  const patient = { connectionTimeout: 1_000, socketTimeout: 1_000 };
  const one = new Bucket({ ...bucketFrom(double.urlOf()), prefix: `${prefix}/` }, patient);
  return { one, files: await BucketEvidenceFiles.open(one, await Scratch.open(newFolder())) };
};

beforeEach(async () => {
  data = new ExampleData();
  folder = join(newFolder(), 'backup');
  ({ one: bucket, files } = await opened(`test-${String((prefixes += 1))}`));
});
afterEach(() => {
  double.fault = () => undefined;
  data.close();
});

const backedUp = (more: object = {}) =>
  takeBackup({ data: [data.folder], folder, engine: EMBEDDED, evidence: inBucket(bucket), ...more });
const storedAndNamed = async (text: string): Promise<Sha256> => {
  const { sha256 } = await files.put(arriving(Buffer.from(text)), 'pdf');
  await data.name(sha256);
  return sha256;
};
const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}.pdf`;

describe('a backup of files in a bucket', () => {
  it('has each of them, as if they had been in a folder, and is restored into one or into another bucket', async () => {
    const hashes = [await storedAndNamed('one'), await storedAndNamed('another')];
    const unnamed = await files.put(arriving(Buffer.alloc(9_000_000, 'large')), 'mp4');
    const manifest = await backedUp();
    expect(manifest).toMatchObject({ evidence: 'bucket', namedFiles: 2, missingFiles: [], damagedFiles: [] });

    const into = newFolder();
    await restore({ folder, data: into });
    for (const hash of hashes) expect(statSync(join(into, 'evidence', placeOf(hash))).isFile()).toBe(true);

    const other = await opened(`other-${String(prefixes)}`);
    const without = newFolder();
    await restore({ folder, data: without, evidence: other.files });
    expect(readdirSync(without)).not.toContain('evidence');
    const listed = await gathered(other.files.list());
    expect(listed.map(({ sha256 }) => sha256).toSorted()).toEqual([...hashes, unnamed.sha256].toSorted());
    // Young: a gateway that starts before rows are made again removes none of them.
    for (const { storedAt } of listed) expect(Date.now() - Date.parse(storedAt)).toBeLessThan(600_000);
    const large = await other.files.get(unnamed.sha256);
    expect(large && (await allOf(large.bytes)).length).toBe(9_000_000);
  });

  it('asks the bucket for nothing that an earlier one has', async () => {
    const before = await storedAndNamed('one');
    await backedUp();
    const since = folder;
    folder = join(newFolder(), 'later');
    const later = await storedAndNamed('another');
    const asked: string[] = [];
    double.fault = (what) => void asked.push(what);
    expect(await backedUp({ since })).toMatchObject({ namedFiles: 2, missingFiles: [] });
    const read = asked.filter((what) => what.includes('.pdf')).join('\n');
    expect([read.includes(before), read.includes(later)]).toEqual([false, true]);
  });

  it('is taken while files are put, named and removed: each that it names is in it', async () => {
    const over = new AbortController();
    let n = 0;
    const going = (async () => {
      while (!over.signal.aborted) {
        await storedAndNamed(`named ${String((n += 1))}`);
        const { sha256 } = await files.put(arriving(Buffer.from(`unnamed ${String(n)}`)), 'pdf');
        await files.remove(sha256, '9999-01-01T00:00:00.000Z' as never);
      }
    })();
    while (n < 10) await new Promise(setImmediate);
    const manifest = await backedUp();
    over.abort();
    await going;
    expect(manifest.namedFiles).toBeGreaterThanOrEqual(9);
    expect(manifest).toMatchObject({ missingFiles: [], damagedFiles: [] });
  });

  it('names what an event names and the bucket has not; what is gone and named by none is not missed', async () => {
    const [gone] = [await storedAndNamed('gone'), await storedAndNamed('there')];
    await bucket.delete(`files/${placeOf(gone)}`);
    const erased = await files.put(arriving(Buffer.from('erased meanwhile')), 'pdf');
    // Gone after it was listed.
    const evidence = inBucket(bucket);
    const listed = {
      ...evidence,
      list: async function* () {
        const all: Stored[] = [];
        for await (const file of evidence.list()) all.push(file);
        await bucket.delete(`files/${placeOf(erased.sha256)}`);
        yield* all;
      },
    };
    const manifest = await backedUp({ evidence: listed });
    expect(manifest.missingFiles).toEqual([gone]);
    expect(manifest.files.some(({ path }) => path.includes(erased.sha256))).toBe(false);
  });

  it('looks once more for what was put back meanwhile', async () => {
    const hash = await storedAndNamed('put back');
    await bucket.copy(`files/${placeOf(hash)}`, 'aside');
    await bucket.delete(`files/${placeOf(hash)}`);
    const evidence = inBucket(bucket);
    const source = {
      ...evidence,
      list: async function* () {
        yield* evidence.list();
        await bucket.copy('aside', `files/${placeOf(hash)}`);
      },
    };
    expect(await backedUp({ evidence: source })).toMatchObject({ missingFiles: [] });
  });

  it('asks again for what is cut off or changed on the way, and takes what is damaged there as damaged', async () => {
    const hash = await storedAndNamed('a picture');
    const faults: (Fault | undefined)[] = ['cut', 'changed'];
    double.fault = (asked) => (asked.includes(`${hash}.pdf`) ? faults.shift() : undefined);
    expect(await backedUp()).toMatchObject({ missingFiles: [], damagedFiles: [] });
    expect(faults).toEqual([]);

    double.fault = (asked) => (asked.includes(`${hash}.pdf`) ? 'changed' : undefined);
    folder = join(newFolder(), 'again');
    expect(await backedUp()).toMatchObject({ missingFiles: [], damagedFiles: [hash] });
    const other = await opened(`other-${String(prefixes)}`);
    const said: string[] = [];
    await restore({ folder, data: newFolder(), evidence: other.files, say: (line) => said.push(line) });
    expect(said.join('\n')).toContain('was damaged when it was backed up');
    expect(await gathered(other.files.list())).toEqual([]);
  });

  it.each([
    [403, /the key may not do that/],
    [503, /it is overloaded or away/],
    ['cut', /breaks off in the middle/],
    ['silent', /TimeoutError|breaks off/],
    [404, /lists .* and does not give it/],
  ] as const)('is none when the bucket answers %s to one file', async (fault, message) => {
    const hash = await storedAndNamed('a picture');
    await storedAndNamed('another');
    double.fault = (asked) => (asked.startsWith('GET') && asked.includes(`${hash}.pdf?`) ? fault : undefined);
    await expect(backedUp()).rejects.toThrow(message);
    expect(() => readManifest(folder)).toThrow('was not finished');
    await expect(restore({ folder, data: newFolder() })).rejects.toThrow('cannot be restored');
  });

  it.each([200, 403, 404, 503])('is none when the list is answered %s', async (status) => {
    await storedAndNamed('a picture');
    double.fault = (asked) => (asked.includes('list-type=2') ? status : undefined);
    await expect(backedUp()).rejects.toThrow(/^the bucket evidence cannot be used: /);
    expect(() => readManifest(folder)).toThrow('was not finished');
  });
});

describe('a restore into a bucket', () => {
  it.each([403, 503, 507, 'silent'] as const)(
    'that answers %s leaves nothing in the data folder',
    async (fault) => {
      await storedAndNamed('a picture');
      await backedUp();
      const other = await opened(`other-${String(prefixes)}`);
      double.fault = (asked) => (asked.startsWith('PUT') && asked.includes('.pdf') ? fault : undefined);
      const into = newFolder();
      await expect(restore({ folder, data: into, evidence: other.files })).rejects.toThrow(
        /the bucket evidence cannot be used/,
      );
      expect(readdirSync(into)).toEqual([]);
      double.fault = () => undefined;
      await restore({ folder, data: into, evidence: other.files });
      expect(await gathered(other.files.list())).toHaveLength(1);
    },
  );

  it('is refused when a file of the backup is missing', async () => {
    const hash = await storedAndNamed('a picture');
    await backedUp();
    rmSync(join(folder, 'data', 'evidence', placeOf(hash)));
    const into = newFolder();
    await expect(restore({ folder, data: into, evidence: files })).rejects.toThrow(
      'is missing in the backup',
    );
    expect(readdirSync(into)).toEqual([]);
  });
});
