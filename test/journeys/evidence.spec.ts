import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TakenFile } from '@redress/contracts/evidence/uploads';
import { sha256Of, text } from '@redress/evidence/bytes.examples';
import { box, office, photograph, zip } from '@redress/evidence/examine/samples.examples';
import { eventually } from '@redress/messaging/nats-server.testing';
import sharp from 'sharp';
import { TaskAtWork } from './task-at-work.js';

const MIB = 1024 * 1024;

let work: TaskAtWork;
beforeAll(async () => {
  process.env['REDRESS_EVIDENCE_BYTES'] = String(64 * MIB);
  work = await TaskAtWork.start();
});
afterAll(async () => {
  Reflect.deleteProperty(process.env, 'REDRESS_EVIDENCE_BYTES');
  await work.system.stop();
});

const storedFiles = (): readonly string[] =>
  readdirSync(join(work.system.data, 'evidence'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[0-9a-f]{64}\.\w+$/.test(path),
  );

describe('a photograph from a telephone', () => {
  it('comes out without the place where it was taken, for those who may see the task', async () => {
    const sent = await photograph();
    const before = (await sharp(sent).metadata()).exif?.toString('latin1') ?? '';
    expect(before).toContain('Telephone');
    const file = await work.taken('水房 一.jpg', sent);
    expect(file).toMatchObject({
      type: 'image/jpeg',
      cleaned: true,
      sent: sha256Of(sent),
      name: '水房 一.jpg',
    });
    await work.attached(file);

    const answer = await work.fetched('office', file.sha256);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(sha256Of(bytes)).toBe(file.sha256);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''/),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    const { body: row } = await work.staff.as('canteens', 'GET', work.task);
    const { sha256, name, type, size } = file;
    expect(Object.values(row['evidence'] as object)).toMatchObject([
      { sha256, note: 'As it is now', file: { sha256, name, type, size } },
    ]);
  });

  it('is nothing for another unit, whatever it asks', async () => {
    const file = await work.taken('floor.jpg', await photograph('jpeg', 6));
    await work.attached(file);
    expect((await work.fetched('canteens', file.sha256)).status).toBe(200);
    expect((await work.fetched('school', file.sha256)).status).toBe(404);
    expect((await work.fetched('office', file.sha256, randomUUID())).status).toBe(404);
    expect((await work.fetched('office', 'f'.repeat(64))).status).toBe(404);
  });
});

it('a film of 60 MB goes on where it was after kill -9, and has the right hash', async () => {
  const film = Buffer.concat([
    box('ftyp', 'isom', '\0\0\0\0', 'isom'),
    box('mdat', randomBytes(60_000_000)),
    box('moov', 'pictures and sound'),
  ]);
  const parts = Array.from({ length: 8 }, (_, n) => film.subarray(n * 8 * MIB, (n + 1) * 8 * MIB));
  const upload = `/evidence-uploads/${randomUUID()}`;
  await work.does('canteens', upload, { name: 'floor.mp4', size: film.length, sha256: sha256Of(film) });
  const answered: number[] = [];
  const sending = (async () => {
    for (const [index, bytes] of parts.entries()) {
      const { status } = await work.send('canteens', `${upload}/parts/${String(index + 1)}`, bytes);
      if (status === 200) answered.push(index + 1);
    }
  })().catch(() => undefined);
  await eventually(() => answered.length >= 3);
  await work.killGateway();
  await sending;
  expect(answered.length).toBeLessThan(parts.length);

  const { body: state } = await work.staff.as('canteens', 'GET', upload);
  const there = (state['parts'] as { part: number }[]).map(({ part }) => part);
  expect(there).toEqual(expect.arrayContaining(answered));
  expect((await work.staff.as('school', 'GET', upload)).status).toBe(404);
  for (const [index, bytes] of parts.entries())
    if (!there.includes(index + 1))
      await work.send('canteens', `${upload}/parts/${String(index + 1)}`, bytes);
  const file = await work.does('canteens', `${upload}/finish`);
  expect(file).toMatchObject({ sha256: sha256Of(film), type: 'video/mp4', cleaned: false });
  await work.attached(file as unknown as TakenFile);
  const bytes = await (await work.fetched('team', sha256Of(film))).arrayBuffer();
  expect(sha256Of(Buffer.from(bytes))).toBe(sha256Of(film));
});

describe('what is hostile', () => {
  const bomb = office('docx', { name: 'word/media/a.bin', content: Buffer.alloc(400 * MIB) });

  it.each<[string, string, Uint8Array, number, string, string]>([
    ['expands-too-much', 'report.docx', bomb, 422, 'becomes far too large', '解压后过大'],
    ['archive', 'files.zip', zip({ name: 'a', content: 'a' }), 422, 'is an archive', '压缩包'],
    ['markup', 'plan.png', text('<svg onload="alert(1)"/>'), 422, 'which can run scripts', '可能含脚本'],
    [
      'executable',
      'floor.jpg',
      Buffer.from(`MZ\u0090${'\0'.repeat(300)}`, 'latin1'),
      422,
      'a program',
      '可执行程序',
    ],
    [
      'image-type-not-taken',
      'a.html',
      text('GIF89a=1;/*<script>alert(1)</script>*/'),
      422,
      'JPEG, PNG',
      '图片',
    ],
    ['too-large', 'film.mp4', Buffer.alloc(65 * MIB), 413, 'too large', '过大'],
    ['empty-file', 'nothing.txt', Buffer.alloc(0), 422, 'is empty', '文件为空'],
  ])('is refused with the reason, and nothing is stored: %s', async (...file) => {
    const [reason, name, bytes, status, english, chinese] = file;
    const before = storedFiles();
    for (const [language, words] of [
      ['en', english],
      ['zh-CN', chinese],
    ] as const) {
      const at = `/evidence-uploads/${randomUUID()}`;
      const answer = await work.send('school', `${at}/file?name=${name}`, bytes, language);
      expect([name, answer.status, answer.body['type']]).toEqual([name, status, `/problems/${reason}`]);
      expect(answer.body['title']).toContain(words);
      await work.staff.as('school', 'DELETE', at);
    }
    expect(storedFiles()).toEqual(before);
    expect(
      await work.staff.as('canteens', 'PUT', `${work.task}/evidence/${randomUUID()}`, {
        note: 'It was refused',
        file: { sha256: sha256Of(bytes), name },
      }),
    ).toMatchObject({ status: 422, body: { type: '/problems/no-such-file' } });
  });
});
