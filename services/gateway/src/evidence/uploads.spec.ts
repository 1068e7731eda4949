import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { sha256Of } from '@redress/evidence/bytes.examples';
import { photograph } from '@redress/evidence/examine/samples.examples';
import { inPlace } from '@redress/evidence/uploads.examples';
import { gatewayWith, type Who } from './gateway.examples.js';

const gateway = gatewayWith({ bytes: 3_000_000, parts: 4, openUploads: 6, ownUploads: 3 });
const json = (who: Who, method: string, path: string, body?: object | Buffer) =>
  gateway().json(who, method, path, body);
const anUpload = (): string => `/evidence-uploads/${randomUUID()}`;
const [one, two] = [Buffer.from('The roof '), Buffer.from('is tight.')];
const whole = Buffer.concat([one, two]);
const sha256 = sha256Of(whole);

describe('a file', () => {
  it('arrives in parts, and it can be seen which are there', async () => {
    const at = anUpload();
    const uploadId = at.slice(-36);
    const file = { name: 'note.txt', size: whole.length, sha256 };
    expect(await json('lead', 'PUT', at, file)).toEqual([200, { uploadId, ...file, parts: [] }]);
    const parts = [{ part: 2, size: two.length }];
    expect(await json('lead', 'PUT', `${at}/parts/2`, two)).toEqual([200, { uploadId, ...file, parts }]);
    expect(await json('lead', 'GET', at)).toEqual([200, { uploadId, ...file, parts }]);
    expect(await json('lead', 'PUT', at, file)).toEqual([200, { uploadId, ...file, parts }]);
    expect(await json('lead', 'PUT', `${at}/finish`)).toEqual([409, 'parts-missing']);
    await json('lead', 'PUT', `${at}/parts/1`, one);
    const type = 'text/plain; charset=utf-8';
    const taken = { sha256, name: 'note.txt', type, size: whole.length, sent: sha256, cleaned: false };
    for (let again = 0; again < 2; again += 1)
      expect(await json('lead', 'PUT', `${at}/finish`)).toEqual([200, taken]);
    expect(await json('lead', 'GET', at)).toEqual([200, { uploadId, ...file, parts: [], file: taken }]);
    expect(await gateway().evidence.files.has(sha256)).toBe(true);
    expect(await json('lead', 'DELETE', at)).toEqual([409, 'already-finished']);
  });

  it('that is small arrives in one request, as often as it takes', async () => {
    const at = `${anUpload()}/file?name=${encodeURIComponent('水房.png')}`;
    const bytes = await photograph();
    const [status, taken] = await json('inspector', 'PUT', at, bytes);
    expect([status, taken]).toEqual([
      200,
      expect.objectContaining({
        name: '水房.png.jpg',
        type: 'image/jpeg',
        sent: sha256Of(bytes),
        cleaned: true,
      }),
    ]);
    expect(await json('inspector', 'PUT', at, bytes)).toEqual([200, taken]);
    expect(await json('inspector', 'PUT', `${anUpload()}/file?name=a.txt`)).toEqual([415, 'not-bytes']);
  });

  it('that is given up leaves nothing', async () => {
    const at = anUpload();
    await json('officer', 'PUT', at, { name: 'note.txt' });
    await json('officer', 'PUT', `${at}/parts/1`, one);
    expect(await json('officer', 'DELETE', at)).toEqual([200, { uploadId: at.slice(-36) }]);
    expect(await json('officer', 'DELETE', at)).toEqual([404, 'no-such-upload']);
    expect(inPlace(gateway().evidence)).not.toContain(at.slice(-36));
  });
});

describe('an upload', () => {
  it('is there for nobody but who began it', async () => {
    const at = anUpload();
    await json('lead', 'PUT', at, { name: 'note.txt' });
    expect(await json('stranger', 'GET', at)).toEqual([404, 'no-such-upload']);
    expect(await json('stranger', 'PUT', `${at}/parts/1`, one)).toEqual([404, 'no-such-upload']);
    expect(await json('officer', 'PUT', `${at}/finish`)).toEqual([404, 'no-such-upload']);
    expect(await json('officer', 'DELETE', at)).toEqual([404, 'no-such-upload']);
    expect(await json('stranger', 'PUT', at, { name: 'note.txt' })).toEqual([409, 'upload-id-is-taken']);
    expect((await json('lead', 'DELETE', at))[0]).toBe(200);
  });

  it.each(['auditor', 'nobody'] as const)('is nothing for %s', async (who) => {
    const at = anUpload();
    for (const [method, path, body] of [
      ['PUT', at, { name: 'note.txt' }],
      ['GET', at],
      ['PUT', `${at}/parts/1`, one],
      ['PUT', `${at}/file?name=note.txt`, one],
      ['PUT', `${at}/finish`],
      ['DELETE', at],
    ] as const)
      expect(await json(who, method, path, body)).toEqual([403, 'may-not-send-files']);
    expect(inPlace(gateway().evidence)).not.toContain(at.slice(-36));
  });

  it('is refused when one person has too many', async () => {
    const begun = [anUpload(), anUpload(), anUpload()];
    for (const at of begun) expect((await json('officer', 'PUT', at, { name: 'a' }))[0]).toBe(200);
    expect(await json('officer', 'PUT', anUpload(), { name: 'a' })).toEqual([409, 'too-many-own-uploads']);
    const others = [anUpload(), anUpload(), anUpload()];
    for (const at of others) expect((await json('stranger', 'PUT', at, { name: 'a' }))[0]).toBe(200);
    const full = await gateway().call('lead', 'PUT', anUpload(), { name: 'a' });
    expect([full.status, full.headers.get('retry-after')]).toEqual([429, '30']);
    for (const at of begun) await json('officer', 'DELETE', at);
    for (const at of others) await json('stranger', 'DELETE', at);
  });

  it('is refused by a part that is none, is another, or is no bytes', async () => {
    const at = anUpload();
    await json('lead', 'PUT', at, { name: 'note.txt', size: 20 });
    expect(await json('lead', 'PUT', `${at}/parts/0`, one)).toEqual([400, 'malformed']);
    expect(await json('lead', 'PUT', `${at}/parts/5`, one)).toEqual([422, 'no-such-part']);
    expect(await json('lead', 'PUT', `${at}/parts/1`, { a: 1 })).toEqual([415, 'not-bytes']);
    await json('lead', 'PUT', `${at}/parts/1`, one);
    expect(await json('lead', 'PUT', `${at}/parts/1`, two)).toEqual([409, 'part-differs']);
    expect(await json('lead', 'PUT', `${at}/parts/2`, Buffer.alloc(12))).toEqual([422, 'size-differs']);
    expect(await json('lead', 'PUT', anUpload(), { name: 'a', size: 3_000_001 })).toEqual([413, 'too-large']);
    await json('lead', 'DELETE', at);
  });

  it('keeps nothing of a part of which more comes than may come, and the connection is good for more', async () => {
    const at = anUpload();
    await json('lead', 'PUT', at, { name: 'note.txt' });
    expect(await json('lead', 'PUT', `${at}/parts/1`, Buffer.alloc(9_000_000))).toEqual([413, 'too-large']);
    expect(await json('lead', 'GET', at)).toMatchObject([200, { parts: [] }]);
    await json('lead', 'DELETE', at);
  });

  it('keeps nothing of a part whose sender hangs up, and goes on with the next', async () => {
    const at = anUpload();
    await json('lead', 'PUT', at, { name: 'note.txt' });
    const url = `${gateway().url}${at}/parts/1`;
    const headers = { authorization: 'Bearer lead', 'content-type': 'application/octet-stream' };
    const sending = request(url, { method: 'PUT', headers: { ...headers, 'content-length': '100' } });
    sending.on('error', () => undefined);
    sending.write(one);
    const { evidence } = gateway();
    while (evidence.leftBehind().length === 0) await new Promise((resolve) => setImmediate(resolve));
    sending.destroy();
    while (evidence.leftBehind().length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await json('lead', 'GET', at)).toMatchObject([200, { parts: [] }]);
    expect(await json('lead', 'PUT', `${at}/parts/1`, one)).toMatchObject([200, { parts: [{ part: 1 }] }]);
    await json('lead', 'DELETE', at);
  });
});

it('other routes take no bytes', async () => {
  expect(await json('lead', 'PUT', anUpload(), Buffer.from('{"name":"a"}'))).toEqual([415, 'not-json']);
});

it('is refused with the reason in both languages, and nothing is stored', async () => {
  const at = `${anUpload()}/file?name=invoice.jpg`;
  const program = Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0\0\0\u0004', 'latin1'), Buffer.alloc(200)]);
  const titles = [];
  for (const language of ['en', 'zh']) {
    const answer = await gateway().call('stranger', 'PUT', at, program, { 'accept-language': language });
    expect(answer.status).toBe(422);
    titles.push((JSON.parse(answer.body.toString()) as { title: string }).title);
  }
  expect(titles).toEqual(['The file is a program', '文件是可执行程序']);
  expect(await json('stranger', 'GET', at.split('/file')[0] ?? '')).toMatchObject([
    200,
    { refused: 'executable' },
  ]);
  expect(await gateway().evidence.files.has(sha256Of(program))).toBe(false);
});
