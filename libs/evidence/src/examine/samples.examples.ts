import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { text } from '../bytes.examples.js';
import './image.js';

// What is taken in is read from files only; tests also look at what they hold in memory.
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});

/** A photograph as a telephone makes it, lying on its side, with the place where it was taken. */
export const photograph = (format: 'jpeg' | 'png' | 'webp' = 'jpeg', orientation = 1): Promise<Buffer> =>
  picture(40, 20)
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Telephone', ImageDescription: 'flat of A. N. Other' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 49/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 25/1',
      },
    })
    .toFormat(format)
    .toBuffer();

/** Left half red, right half blue. */
export const picture = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: 'red' } }).composite([
    {
      input: { create: { width: width / 2, height, channels: 3, background: 'blue' } },
      left: width / 2,
      top: 0,
    },
  ]);

export type ZipEntry = {
  readonly name: string;
  readonly content?: Buffer | string;
  /** What it says of its size when that is not the truth. */
  readonly claims?: number;
  readonly flags?: number;
  readonly crc?: number;
  /** Whether it lies where the entry before it does. */
  readonly again?: boolean;
};

/** A zip file, made by hand so that it may also lie. */
export const zip = (...entries: readonly ZipEntry[]): Buffer => {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let [offset, last] = [0, 0];
  for (const { name, content = '', claims, flags = 0, crc, again = false } of entries) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc ?? crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([text('PK\u0003\u0004'), fields, text(name), packed]);
    const rest = Buffer.alloc(14);
    if (!again) last = offset;
    rest.writeUInt32LE(last, 10);
    central.push(Buffer.concat([text('PK\u0001\u0002'), Buffer.from([20, 0]), fields, rest, text(name)]));
    if (again) continue;
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, text('PK\u0005\u0006'), end]);
};

const MAIN = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled'],
} as const;

/** The entries of a document of Office, and whatever more is put into it. */
export const office = (kind: keyof typeof MAIN, ...more: readonly ZipEntry[]): Buffer => {
  const [main, type] = MAIN[kind];
  const types = `<Types><Override PartName="/${main}" ContentType="${type}.main+xml"/></Types>`;
  return zip(
    { name: '[Content_Types].xml', content: types },
    { name: main, content: '<document/>' },
    ...more,
  );
};

/** The same of LibreOffice. Its first entry is not compressed, so it is put in front by hand. */
export const openDocument = (
  kind: 'text' | 'spreadsheet' | 'presentation',
  ...more: readonly ZipEntry[]
): Buffer =>
  stored('mimetype', `application/vnd.oasis.opendocument.${kind}`, [
    { name: 'content.xml', content: '<document/>' },
    ...more,
  ]);

const stored = (name: string, content: string, others: readonly ZipEntry[]): Buffer => {
  const whole = zip({ name, content }, ...others);
  const packed = deflateRawSync(text(content));
  // Stored in place of compressed: the method in both headers, the packed size, and all that lies behind moves.
  const moved = text(content).length - packed.length;
  const bytes = Buffer.concat([
    whole.subarray(0, 30 + name.length),
    text(content),
    whole.subarray(30 + name.length + packed.length),
  ]);
  bytes.writeUInt16LE(0, 8);
  bytes.writeUInt32LE(content.length, 18);
  const end = bytes.length - 22;
  const directory = bytes.readUInt32LE(end + 16) + moved;
  bytes.writeUInt32LE(directory, end + 16);
  for (let at = directory, first = true; at < end; first = false) {
    if (first) {
      bytes.writeUInt16LE(0, at + 10);
      bytes.writeUInt32LE(content.length, at + 20);
    } else bytes.writeUInt32LE(bytes.readUInt32LE(at + 42) + moved, at + 42);
    at += 46 + bytes.readUInt16LE(at + 28);
  }
  return bytes;
};

/** A PDF of these objects. */
export const pdf = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    text(
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    ),
    ...objects.map((object, index) =>
      Buffer.concat([text(`${String(index + 3)} 0 obj\n`), Buffer.from(object), text('\nendobj\n')]),
    ),
    text('trailer << /Root 1 0 R >>\n%%EOF\n'),
  ]);

/** Objects as a compressed stream, which is how most programs write them. */
export const compressedObjects = (
  objects: string,
  type = '/ObjStm',
  packed: Uint8Array = deflateSync(objects),
): Buffer =>
  Buffer.concat([
    text(`<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${String(packed.length)} >>\nstream\n`),
    packed,
    text('\nendstream'),
  ]);

/** A box of a film, holding others or bytes. */
export const box = (type: string, ...content: readonly (Buffer | string)[]): Buffer => {
  const bytes = Buffer.concat(content.map((part) => Buffer.from(part as string, 'latin1')));
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + bytes.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, bytes]);
};

export const film = (
  brand: string,
  index: readonly (Buffer | string)[],
  ...more: readonly Buffer[]
): Buffer =>
  Buffer.concat([
    box('ftyp', brand, '\0\0\0\0', brand),
    box('mdat', 'pictures and sound +31.2304+121.4737/'),
    box('moov', ...index),
    ...more,
  ]);
