import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bucket } from '@redress/evidence/bucket/bucket';
import { BucketEvidenceFiles } from '@redress/evidence/bucket/bucket-evidence-files';
import { bucketFrom } from '@redress/evidence/bucket/bucket-settings';
import type { Home } from '@redress/evidence/evidence-files.conformance';
import { Scratch } from '@redress/evidence/scratch';

/** Files in a bucket, each time under a prefix that nobody else has; what was put there is removed in the end. */
export const bucketHome = (url: string): Home & { readonly close: () => Promise<void> } => {
  const buckets = new Map<unknown, Bucket>();
  const opened = async (bucket: Bucket): Promise<BucketEvidenceFiles> => {
    const scratch = await Scratch.open(await mkdtemp(join(tmpdir(), 'redress-bucket-')));
    const files = await BucketEvidenceFiles.open(bucket, scratch);
    buckets.set(files, bucket);
    return files;
  };
  const settings = bucketFrom(url);
  return {
    open: () =>
      opened(new Bucket({ ...settings, prefix: `${settings.prefix}redress-test/${randomUUID()}/` })),
    another: (files) => opened(buckets.get(files) ?? new Bucket(settings)),
    close: async () => {
      for (const bucket of new Set(buckets.values()))
        for await (const { key } of bucket.keys('')) await bucket.delete(key);
      buckets.clear();
    },
  };
};
