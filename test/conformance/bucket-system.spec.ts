import { randomUUID } from 'node:crypto';
import { appendFileSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { gathered, text } from '@redress/evidence/bytes.examples';
import { Bucket } from '@redress/evidence/bucket/bucket';
import { BucketContents } from '@redress/evidence/bucket/bucket-contents';
import { bucketFrom } from '@redress/evidence/bucket/bucket-settings';
import { photograph } from '@redress/evidence/examine/samples.examples';
import { hashOfFile } from '@redress/operations/evidence/source';
import { readManifest } from '@redress/operations/backup/manifest';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { Staff } from '../journeys/staff.js';
import { S3Double } from './doubles/s3-double.js';

// A system whose files lie in a bucket is backed up, drilled and moved into a folder, by the commands of the manual.

const double = await S3Double.start();
const set = { REDRESS_EVIDENCE: 'bucket', REDRESS_S3_URL: double.urlOf() };
const bucketAt = (url: string) => new Bucket(bucketFrom(url));
const namesIn = async (url = double.urlOf()) =>
  (await gathered(new BucketContents(bucketAt(url)).list())).map(({ name }) => name);

let system: WholeSystem;
let staff: Staff<'office' | 'signer'>;

beforeAll(async () => {
  Object.assign(process.env, set);
  system = await WholeSystem.start();
  staff = await Staff.hired(system.call, system.operatorToken, { office: 'office', signer: 'unit' } as const);
}, 180_000);
afterAll(async () => {
  for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
  await system.stop();
  await double.stop();
});

const opinion = { channel: 'web-form', title: '屋顶漏水', text: '走廊天花板在滴水。' };
const attach = async (receipt: unknown, bytes: Buffer): Promise<string> => {
  const before = await namesIn();
  const path = `/api/receipts/${String(receipt)}/attachments/${randomUUID()}`;
  const { status } = await fetch(`${system.url}${path}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  expect(status).toBe(200);
  return (await namesIn()).find((name) => !before.includes(name)) ?? '';
};
const at = (name: string): string => join(system.folder, name);

it('has in a backup what was attached without a name and with one, and a drill looks for both', async () => {
  const anonymous = await system.call('POST', '/api/opinions', { body: opinion });
  const named = await attach(anonymous.body['receipt'], text('It drips.'));
  const { body } = await staff.as('signer', 'POST', '/opinions', { ...opinion, signed: true });
  const signed = await attach(body['receipt'], await photograph('png'));

  const backup = await system.redress('ops', 'backup', at('backup'));
  expect(backup).toMatchObject({ code: 0, out: expect.stringContaining('1 files named') });
  const { files, evidence } = readManifest(at('backup'));
  expect(evidence).toBe('bucket');
  expect(files.map(({ path }) => path)).toEqual(
    expect.arrayContaining([`data/evidence/${named}`, `data/evidence/${signed}`]),
  );
  const drill = await system.redress('ops', 'drill', at('backup'));
  expect(drill).toMatchObject({ code: 0, out: expect.stringContaining('2 files are named') });
  expect(drill.out).toContain('All is as it was backed up.');
}, 300_000);

it('restores them into the bucket that is set, and into a folder when none is', async () => {
  const into = at('restored');
  process.env['REDRESS_S3_URL'] = double.urlOf('evidence/other');
  expect(await system.redress('ops', 'restore', at('backup'), '--into', into)).toMatchObject({ code: 0 });
  process.env['REDRESS_S3_URL'] = set.REDRESS_S3_URL;
  expect(readdirSync(into)).not.toContain('evidence');
  expect(await namesIn(double.urlOf('evidence/other'))).toEqual(await namesIn());

  process.env['REDRESS_EVIDENCE'] = 'folder';
  const folder = at('folder');
  expect(await system.redress('ops', 'restore', at('backup'), '--into', folder)).toMatchObject({ code: 0 });
  process.env['REDRESS_EVIDENCE'] = 'bucket';
  const there = readdirSync(join(folder, 'evidence'), { recursive: true, encoding: 'utf8' });
  expect(there).toEqual(expect.arrayContaining([...(await namesIn())]));
}, 60_000);

it('moves files into a folder and back, goes on where it was, and says what is damaged', async () => {
  const names = await namesIn();
  const moved = await system.redress('ops', 'move', '--from', 'bucket', '--to', 'folder');
  expect(moved).toMatchObject({ code: 0, out: expect.stringContaining('2 files were moved, 0 were there') });
  const there = readdirSync(join(system.data, 'evidence'), { recursive: true, encoding: 'utf8' });
  expect(there).toEqual(expect.arrayContaining([...names]));

  const [first = ''] = names;
  await bucketAt(double.urlOf()).delete(`files/${first}`);
  const back = await system.redress('ops', 'move', '--from', 'folder', '--to', 'bucket');
  expect(back).toMatchObject({ code: 0, out: expect.stringContaining('1 files were moved, 1 were there') });
  expect(await namesIn()).toEqual(names);

  await bucketAt(double.urlOf()).delete(`files/${first}`);
  appendFileSync(join(system.data, 'evidence', first), 'x');
  const damaged = await system.redress('ops', 'move', '--from', 'folder', '--to', 'bucket');
  expect(damaged).toMatchObject({ code: 1, err: expect.stringContaining(hashOfFile(first)) });
  truncateSync(join(system.data, 'evidence', first), statSync(join(system.data, 'evidence', first)).size - 1);
  expect(await system.redress('ops', 'move', '--from', 'folder', '--to', 'bucket')).toMatchObject({
    code: 0,
  });
  expect(await namesIn()).toEqual(names);
}, 60_000);

it('says what is wrong in a sentence, without what is secret, and has no backup', async () => {
  double.fault = () => 403;
  const refused = await system.redress('ops', 'backup', at('refused'));
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(/the bucket evidence cannot be used: the key may not do that \(\w+\)\n$/);
  expect(refused.err).not.toContain('S3RVER');
  double.fault = () => undefined;
  const mixed = await system.redress('ops', 'move', '--from', 'sqlite', '--to', 'bucket');
  expect(mixed).toMatchObject({ code: 2, err: expect.stringContaining('nothing for bucket') });
}, 60_000);
