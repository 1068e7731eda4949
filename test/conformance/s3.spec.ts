import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { allOf, arriving } from '@redress/evidence/bytes.examples';
import { conforms } from '@redress/evidence/evidence-files.conformance';
import { EvidenceFault } from '@redress/evidence/faults';
import type { Instant } from '@redress/contracts/values';
import { S3Double } from './doubles/s3-double.js';
import { bucketHome } from './s3-home.js';
import { onServer, serverFor } from './servers.js';

const local = await S3Double.start();

const suites = (name: string, url: string): void => {
  describe(name, () => {
    const home = bucketHome(url);
    afterEach(home.close);
    conforms('as any place for evidence', home);

    it('keeps a file that is sent in parts', async () => {
      const files = await home.open();
      const large = Buffer.alloc(20 * 1024 * 1024 + 1, 'evidence');
      const { sha256, size } = await files.put(arriving(large), 'pdf');
      expect(size).toBe(large.length);
      const file = await files.get(sha256);
      expect(file && (await allOf(file.bytes)).equals(large)).toBe(true);
    });

    it.each(['put', 'renew'] as const)('loses nothing that is %s while it is removed', async (how) => {
      const files = await home.open();
      const other = await home.another(files);
      const hello = Buffer.from('hello');
      for (let round = 0; round < 12; round += 1) {
        const { sha256 } = await files.put(arriving(hello), 'text');
        const before = new Date(Date.now() + 1).toISOString() as Instant;
        while (new Date().toISOString() <= before) await new Promise((resolve) => setImmediate(resolve));
        const removing = other.remove(sha256, before);
        for (let turns = round; turns > 0; turns -= 1) await new Promise((resolve) => setTimeout(resolve, 1));
        const promised = how === 'put' ? await files.put(arriving(hello), 'text') : await files.renew(sha256);
        await removing;
        if (promised) expect(await files.has(sha256)).toBe(true);
      }
    });
  });
};

suites('BucketEvidenceFiles on s3rver', local.urlOf());

const server = await serverFor('REDRESS_S3_URL', () =>
  Promise.reject(new Error('no image is set; s3rver stands in for it')),
);
onServer('BucketEvidenceFiles on a bucket', server, (url) => {
  suites('BucketEvidenceFiles on a bucket', url);
});

it('says which bucket cannot be used, and nothing that stands in the address', async () => {
  const failure = await bucketHome(local.urlOf('nowhere'))
    .open()
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(EvidenceFault);
  expect(String(failure)).toMatch(
    /^EvidenceFault: the bucket nowhere cannot be used: it is not there \(\w+\)$/,
  );
});

afterAll(() => local.stop());
