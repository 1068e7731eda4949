import { expect, it } from '@jest/globals';
import sharp from 'sharp';
import { allOf, arriving, gathered, hex, sha256Of, text } from './bytes.examples.js';
import {
  box,
  compressedObjects,
  film,
  office,
  openDocument,
  pdf,
  photograph,
} from './examine/samples.examples.js';
import type { Kind } from './kinds.js';
import type { Evidence } from './open-evidence.js';
import { opened } from './opened.examples.js';
import type { Taken } from './take-in.js';

const limits = { bytes: 2_000_000, pixels: 10_000 };

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
  const evidence = await opened(limits);
  const sha256 = sha256Of(bytes);
  const outcome = await evidence.takeIn.take(arriving(bytes), { name, sha256 });
  expect(outcome).toEqual({ sha256, sent: sha256, size: bytes.length, kind, name });
  expect(await storedBytes(evidence, outcome as Taken)).toEqual(bytes);
});

it.each(['jpeg', 'png', 'webp'] as const)(
  'takes an image as %s without what it tells of its maker',
  async (kind) => {
    const evidence = await opened(limits);
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
  const evidence = await opened(limits);
  const bytes = await photograph();
  const first = await taken(evidence, 'a.jpg', bytes);
  expect(await taken(evidence, 'b.jpg', bytes)).toEqual({ ...first, name: 'b.jpg' });
  expect(await gathered(evidence.files.list())).toHaveLength(1);
});

it('takes no place of recording along with a film', async () => {
  const evidence = await opened(limits);
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
  const evidence = await opened(limits);
  expect(await taken(evidence, 'C:\\photos\\invoice.exe', await photograph())).toMatchObject({
    kind: 'jpeg',
    name: 'invoice.exe.jpg',
  });
});
