import { readdirSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { allOf, arriving, cutOff, gathered, sha256Of } from './bytes.examples.js';
import {
  box,
  compressedObjects,
  film,
  office,
  openDocument,
  pdf,
  photograph,
  picture,
  zip,
} from './examine/samples.examples.js';
import { newFolder } from './folders.examples.js';
import type { Kind } from './kinds.js';
import { DEFAULT_LIMITS } from './limits.js';
import { type Evidence, openEvidence } from './open-evidence.js';
import { FILE_REJECTIONS, type FileRejection } from './rejections.js';
import type { Taken } from './take-in.js';

const limits = { ...DEFAULT_LIMITS, bytes: 2_000_000, pixels: 10_000 };

type Opened = Evidence & { readonly folder: string };

const opened = async (): Promise<Opened> => {
  const folder = newFolder();
  return { folder, ...(await openEvidence(folder, limits)) };
};

const taken = async ({ takeIn }: Evidence, name: string, bytes: Uint8Array): Promise<Taken> => {
  const outcome = await takeIn.take(arriving(bytes), { name });
  if ('rejected' in outcome) throw new Error(`${name} is refused: ${outcome.rejected}`);
  return outcome;
};

const storedBytes = async ({ files }: Evidence, { sha256 }: Taken): Promise<Buffer> => {
  const file = await files.get(sha256);
  if (!file) throw new Error('it is not stored');
  return allOf(file.bytes);
};

const expectNothingLeft = async ({ files, folder }: Opened): Promise<void> => {
  expect(await gathered(files.list())).toEqual([]);
  for (const place of ['evidence', 'evidence-uploads'])
    expect(readdirSync(`${folder}/${place}/.writing`)).toEqual([]);
};

const text = (content: string): Buffer => Buffer.from(content);
const hex = (digits: string): Buffer => Buffer.from(digits, 'hex');
const mp3 = Buffer.concat([
  text('ID3\u0003\0\0\0\0\0\u000a'),
  Buffer.alloc(10),
  hex('fffb9064'),
  Buffer.alloc(600),
]);

/** Taken as they are: the stored bytes are those that were sent. */
const asTheyAre: readonly (readonly [name: string, kind: Kind, bytes: Buffer])[] = [
  ['plan.pdf', 'pdf', pdf('(Nothing to see: JavaScript, Launch)')],
  ['compressed.pdf', 'pdf', pdf(compressedObjects('5 0 << /Type /Page >>'))],
  ['plan.docx', 'docx', office('docx')],
  ['plan.xlsx', 'xlsx', office('xlsx', { name: 'xl/media/photo.png', content: hex('89504e470d0a1a0a') })],
  ['plan.pptx', 'pptx', office('pptx', { name: 'ppt/media/' })],
  ['plan.odt', 'odt', openDocument('text')],
  ['plan.ods', 'ods', openDocument('spreadsheet')],
  ['plan.odp', 'odp', openDocument('presentation')],
  ['note.txt', 'text', text('\ufeff噪音已整改。\r\n\tDone 😀\n')],
  ['rows.csv', 'text', text('unit,done\n教务处,"yes, <b>all</b>"\n')],
  ['begins-like-others.txt', 'text', text('BMW of the dean, moved. ')],
  ['begins-like-a-program.txt', 'text', text('MZ section of the corridor, painted.')],
  ['film.mp4', 'mp4', film('isom', [box('mvhd', Buffer.alloc(100))])],
  ['film.mov', 'mov', film('qt  ', [box('mvhd', Buffer.alloc(100))])],
  ['talk.m4a', 'm4a', film('M4A ', [box('mvhd', Buffer.alloc(100))])],
  ['talk.mp3', 'mp3', mp3],
];

it.each(asTheyAre)('takes %s as %s, as it is', async (name, kind, bytes) => {
  const evidence = await opened();
  const sha256 = sha256Of(bytes);
  const outcome = await evidence.takeIn.take(arriving(bytes), { name, sha256 });
  expect(outcome).toEqual({ sha256, sent: sha256, size: bytes.length, kind, name });
  expect(await storedBytes(evidence, outcome as Taken)).toEqual(bytes);
});

it.each(['jpeg', 'png', 'webp'] as const)(
  'takes an image as %s without what it tells of its maker',
  async (kind) => {
    const evidence = await opened();
    const bytes = Buffer.concat([await photograph(kind, 6), text('<script>alert(1)</script>')]);
    expect((await sharp(bytes).metadata()).exif?.includes('flat of A. N. Other')).toBe(true);
    const outcome = await taken(evidence, 'IMG_1', bytes);
    expect(outcome).toMatchObject({
      kind,
      sent: sha256Of(bytes),
      name: `IMG_1.${kind === 'jpeg' ? 'jpg' : kind}`,
    });
    const stored = await storedBytes(evidence, outcome);
    expect(outcome).toMatchObject({ sha256: sha256Of(stored), size: stored.length });
    const about = await sharp(stored).metadata();
    expect(about).toMatchObject({ format: kind, width: 20, height: 40 });
    for (const gone of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
      expect(about[gone]).toBeUndefined();
    for (const told of ['Telephone', 'flat of', '<script>']) expect(stored.includes(told)).toBe(false);
    // Upright: the left half was red, so now the upper one is.
    const data = await sharp(stored).raw().toBuffer();
    expect(data.readUIntBE(0, 3) >> 16).toBeGreaterThan(200);
    expect(data.readUIntBE(data.length - 3, 3) & 0xff).toBeGreaterThan(200);
  },
);

it('stores a photograph once, however often it is taken in', async () => {
  const evidence = await opened();
  const bytes = await photograph();
  const first = await taken(evidence, 'a.jpg', bytes);
  expect(await taken(evidence, 'b.jpg', bytes)).toEqual({ ...first, name: 'b.jpg' });
  expect(await gathered(evidence.files.list())).toHaveLength(1);
});

it('takes no place of recording along with a film', async () => {
  const evidence = await opened();
  const place = '+31.2304+121.4737+010.000/';
  const loci = box('loci', Buffer.alloc(6), hex('007900001f3a0000'), 'Shanghai');
  const bytes = film(
    'qt  ',
    [
      box('mvhd', Buffer.alloc(100)),
      box('udta', box('\u00a9xyz', place), loci),
      box('meta', 'location', place),
    ],
    box('uuid', Buffer.alloc(16, 1), '<x:xmpmeta exif:GPSLatitude="31,13.8N"/>'),
  );
  const stored = await storedBytes(evidence, await taken(evidence, 'IMG_2.MOV', bytes));
  expect(stored).toHaveLength(bytes.length);
  for (const told of ['31.2304+121.4737+', 'Shanghai', 'GPSLatitude']) {
    expect(bytes.includes(told)).toBe(true);
    expect(stored.includes(told)).toBe(false);
  }
  expect(stored.includes('pictures and sound +31.2304+121.4737/')).toBe(true);
  expect(stored.includes('+00.0000+000.0000+000.000/')).toBe(true);
});

it('gives what is called otherwise the ending of what it is', async () => {
  const evidence = await opened();
  expect(await taken(evidence, 'C:\\photos\\invoice.exe', await photograph())).toMatchObject({
    kind: 'jpeg',
    name: 'invoice.exe.jpg',
  });
});

const jpeg = await photograph();
const animated = await sharp(
  [await picture(20, 20).png().toBuffer(), await picture(20, 20).negate().png().toBuffer()],
  { join: { animated: true } },
)
  .webp()
  .toBuffer();
const docx = office('docx');
const shown = 'An <image> of the room, ';

const refused: readonly (readonly [reason: FileRejection, name: string, bytes: Buffer])[] = [
  ['empty-file', 'empty.txt', Buffer.alloc(0)],
  ['too-large', 'large.txt', Buffer.alloc(limits.bytes + 1, 'a')],
  ['type-not-recognised', 'unknown.dat', hex('80818283848586878889')],
  ['type-not-recognised', 'unknown.dat', hex('000102030405060708')],
  ['type-not-allowed', 'old.doc', Buffer.concat([hex('d0cf11e0a1b11ae1'), Buffer.alloc(600)])],
  ['type-not-allowed', 'letter.rtf', text('{\\rtf1\\ansi A letter}')],
  ['executable', 'invoice.pdf', Buffer.concat([text('MZ'), hex('90000300000004'), Buffer.alloc(200)])],
  ['executable', 'program', Buffer.concat([hex('7f454c46020101'), Buffer.alloc(200)])],
  ['script', 'run', text('#!/bin/sh\nrm -rf /\n')],
  ['script', 'shell.txt', text('\n<?php system($_GET["c"]); ?>')],
  ['script', 'run.BAT', text('del C:\\\n')],
  ['script', 'a.ps1 ', text('Remove-Item C:\\')],
  ['markup', 'page.txt', text('\ufeff\n <!DOCTYPE html><script>alert(1)</script>')],
  ['markup', 'page.html', text(`${shown} <script>alert(1)</script>`)],
  ['markup', 'image.png', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['markup', 'image.jpg', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['archive', 'files.docx', zip({ name: 'a.txt', content: 'a' })],
  ['archive', 'files.gz', Buffer.concat([hex('1f8b0800000000000003'), Buffer.alloc(40)])],
  ['archive', 'files.7z', Buffer.concat([hex('377abcaf271c0004'), Buffer.alloc(60)])],
  ['image-type-not-taken', 'polyglot.html', text('GIF89a=1;/*<html><script>alert(1)</script>*/')],
  [
    'image-type-not-taken',
    'IMG_3.HEIC',
    Buffer.concat([box('ftyp', 'heic', '\0\0\0\0', 'heic'), Buffer.alloc(99)]),
  ],
  ['image-is-animated', 'a.webp', animated],
  ['too-many-pixels', 'bomb.png', await picture(200, 51).png().toBuffer()],
  ['has-macros', 'a.docx', office('docm')],
  ['has-macros', 'a.docx', office('docx', { name: 'word/vbaProject.bin', content: 'x' })],
  ['has-macros', 'a.xlsx', office('xlsx', { name: 'xl/macrosheets/sheet1.xml', content: 'x' })],
  ['has-macros', 'a.ods', openDocument('spreadsheet', { name: 'Basic/Standard/Module1.xml', content: 'x' })],
  ['has-embedded-program', 'a.docx', office('docx', { name: 'word/activeX/activeX1.xml', content: 'x' })],
  [
    'has-embedded-program',
    'a.docx',
    office('docx', { name: 'word/a.bin', content: hex('d0cf11e0a1b11ae1') }),
  ],
  ['has-embedded-program', 'a.odt', openDocument('text', { name: 'a', content: text('MZ and more') })],
  ['has-active-content', 'a.pdf', pdf('<< /S /JavaScript /JS (app.alert(1)) >>')],
  ['has-active-content', 'a.pdf', pdf('<< /S /J#61vaScr#69pt /JS (app.alert(1)) >>')],
  ['has-active-content', 'a.pdf', pdf('<</S/Launch/F(cmd.exe)>>')],
  ['has-active-content', 'a.pdf', pdf(compressedObjects('5 0 << /S /JavaScript >>'))],
  ['has-active-content', 'a.pdf', pdf('()', compressedObjects('5 0 << /S /Launch >>', '/Obj#53tm'))],
  ['is-encrypted', 'a.pdf', pdf('<< /Encrypt 9 0 R >>')],
  ['is-encrypted', 'a.docx', office('docx', { name: 'word/a.xml', content: 'x', flags: 1 })],
  ['cannot-be-examined', 'a.pdf', pdf(compressedObjects('', '/ObjStm', text('not compressed')))],
  [
    'cannot-be-examined',
    'a.pdf',
    pdf(compressedObjects('', '/ObjStm', deflateSync(Buffer.alloc(120_000_000)))),
  ],
  ['entry-name-escapes', 'a.docx', office('docx', { name: '../../etc/passwd', content: 'x' })],
  ['entry-name-escapes', 'a.docx', office('docx', { name: '/etc/passwd', content: 'x' })],
  ['entry-name-escapes', 'a.docx', office('docx', { name: 'word\\..\\..\\a', content: 'x' })],
  ['expands-too-much', 'a.xlsx', office('xlsx', { name: 'xl/a.xml', content: Buffer.alloc(11_000_000) })],
  [
    'expands-too-much',
    'a.xlsx',
    office('xlsx', ...Array.from({ length: 5_000 }, (_, n) => ({ name: `xl/${String(n)}` }))),
  ],
  ['text-is-not-utf-8', 'utf-16.txt', Buffer.from('\ufeffdone 噪音', 'utf16le')],
  ['text-is-not-utf-8', 'utf-16', hex('feff0064006f006e0065')],
  ['text-is-not-utf-8', 'gbk.csv', hex('d4ebd2f4')],
  ['text-is-not-utf-8', 'cut.txt', text('噪音').subarray(0, 5)],
  ['text-has-control-characters', 'a.txt', text('done\u001b[2J')],
  ['text-has-control-characters', 'a.txt', text('done\0')],
  ['is-damaged', 'cut.jpg', jpeg.subarray(0, -40)],
  ['is-damaged', 'head.png', (await picture(40, 20).png().toBuffer()).subarray(0, 60)],
  ['is-damaged', 'cut.docx', docx.subarray(0, -30)],
  ['is-damaged', 'a.docx', office('docx', { name: 'word/a.xml', content: 'x', crc: 1 })],
  [
    'is-damaged',
    'a.docx',
    office('docx', { name: 'word/a.xml', content: Buffer.alloc(3_000_000), claims: 10 }),
  ],
  ['is-damaged', 'twice.docx', office('docx', { name: 'word/document.xml', content: 'another' })],
  ['is-damaged', 'cut.pdf', pdf().subarray(0, -8)],
  ['is-damaged', 'cut.mp4', film('isom', [box('mvhd', Buffer.alloc(100))]).subarray(0, -10)],
  [
    'is-damaged',
    'without-index.mp4',
    Buffer.concat([box('ftyp', 'isom', '\0\0\0\0', 'isom'), box('mdat', 'x')]),
  ],
];

it.each(refused)('refuses as %s: %s', async (reason, name, bytes) => {
  const evidence = await opened();
  expect(await evidence.takeIn.take(arriving(bytes), { name })).toEqual({ rejected: reason });
  await expectNothingLeft(evidence);
});

it('refuses what is not what the sender meant to send', async () => {
  const evidence = await opened();
  const sent = { name: 'a.txt', sha256: sha256Of(text('other')) };
  expect(await evidence.takeIn.take(arriving(text('this')), sent)).toEqual({ rejected: 'hash-differs' });
  await expectNothingLeft(evidence);
});

it('is shown to refuse for each reason there is', () => {
  expect(new Set([...refused.map(([reason]) => reason), 'hash-differs'])).toEqual(new Set(FILE_REJECTIONS));
});

it('keeps nothing of what breaks off', async () => {
  const evidence = await opened();
  await expect(evidence.takeIn.take(cutOff(jpeg), { name: 'a.jpg' })).rejects.toThrow('the caller hung up');
  await expectNothingLeft(evidence);
});
