import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { arriving, cutOff, hex, sha256Of, text } from './bytes.examples.js';
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
import { expectNothingLeft, opened } from './opened.examples.js';
import { FILE_REJECTIONS, type FileRejection } from '@redress/contracts/evidence/rejections';

const limits = { bytes: 2_000_000, pixels: 10_000 };

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
  [
    'expands-too-much',
    'a.xlsx',
    office(
      'xlsx',
      ...['a', 'b', 'c'].map((name, n) => ({ name, content: randomBytes(5_000), again: n > 0 })),
    ),
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
  const evidence = await opened(limits);
  expect(await evidence.takeIn.take(arriving(bytes), { name })).toEqual({ rejected: reason });
  await expectNothingLeft(evidence);
});

it('refuses what is not what the sender meant to send', async () => {
  const evidence = await opened(limits);
  const sent = { name: 'a.txt', sha256: sha256Of(text('other')) };
  expect(await evidence.takeIn.take(arriving(text('this')), sent)).toEqual({ rejected: 'hash-differs' });
  await expectNothingLeft(evidence);
});

it('is shown to refuse for each reason there is', () => {
  expect(new Set([...refused.map(([reason]) => reason), 'hash-differs'])).toEqual(new Set(FILE_REJECTIONS));
});

it('keeps nothing of what breaks off', async () => {
  const evidence = await opened(limits);
  await expect(evidence.takeIn.take(cutOff(jpeg), { name: 'a.jpg' })).rejects.toThrow('the caller hung up');
  await expectNothingLeft(evidence);
});

it('refuses a PDF that is too large to be looked at as a whole', async () => {
  const { takeIn } = await opened();
  const bytes = pdf(Buffer.alloc(100 * 1024 * 1024));
  expect(await takeIn.take(arriving(bytes), { name: 'a.pdf' })).toEqual({ rejected: 'cannot-be-examined' });
});
