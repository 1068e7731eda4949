import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { codeOf } from '../faults.js';
import type { Kind } from '../kinds.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Examined } from './examine.js';

const MOST_ENTRIES = 5_000;
const MOST_BYTES = 300 * 1024 * 1024;
/** How many times larger than the file its content may be, beyond what is little anyhow. Tables come to about 30. */
const MOST_RATIO = 150;
const LITTLE_BYTES = 10 * 1024 * 1024;

// What a document of each kind cannot be without.
const ESSENTIAL: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  docx: ['[Content_Types].xml', 'word/document.xml'],
  xlsx: ['[Content_Types].xml', 'xl/workbook.xml'],
  pptx: ['[Content_Types].xml', 'ppt/presentation.xml'],
  odt: ['mimetype', 'content.xml'],
  ods: ['mimetype', 'content.xml'],
  odp: ['mimetype', 'content.xml'],
};

const MACROS =
  /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|macrosheets\/.*|intlMacrosheets\/.*)$|^(Basic|Scripts)\//i;
const CONTROLS = /(^|\/)activeX\//i;

/** Beginnings of a program: for Windows, Linux, macOS; and of a compound file, in which Office embeds any object. */
const PROGRAMS = ['4d5a', '7f454c46', 'cffaedfe', 'cefaedfe', 'cafebabe', 'd0cf11e0'];

class Refused extends Error {
  constructor(readonly reason: FileRejection) {
    super(reason);
  }
}

/** Every entry of the package is unpacked, within bounds, and looked at; nothing is written. */
export const examineOffice = async (path: string, kind: Kind): Promise<Examined> => {
  const { size } = await stat(path);
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > MOST_ENTRIES) return { rejected: 'expands-too-much' };
    const names = await namesWithin(zip, size);
    const whole = (ESSENTIAL[kind] ?? []).every((name) => names.has(name));
    return whole ? { path } : { rejected: 'is-damaged' };
  } catch (error) {
    return { rejected: reasonOf(error) };
  } finally {
    zip?.close();
  }
};

const namesWithin = async (zip: ZipFile, size: number): Promise<ReadonlySet<string>> => {
  const names = new Set<string>();
  const most = Math.min(MOST_BYTES, Math.max(LITTLE_BYTES, size * MOST_RATIO));
  let [packed, unpacked] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    // Entries that lie over one another are more in all than the file.
    if (packed > size || unpacked > most) throw new Refused('expands-too-much');
    if (MACROS.test(entry.fileName)) throw new Refused('has-macros');
    if (CONTROLS.test(entry.fileName)) throw new Refused('has-embedded-program');
    if (names.has(entry.fileName)) throw new Refused('is-damaged');
    names.add(entry.fileName);
    if (!entry.fileName.endsWith('/')) await lookInto(entry, await zip.openReadStreamPromise(entry));
  }
  return names;
};

const lookInto = async (entry: Entry, content: Readable): Promise<void> => {
  let sum = 0;
  let head = '';
  for await (const chunk of content as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    if (head.length < 8) head += chunk.subarray(0, 4).toString('hex');
  }
  if (sum !== entry.crc32) throw new Refused('is-damaged');
  if (PROGRAMS.some((beginning) => head.startsWith(beginning))) throw new Refused('has-embedded-program');
};

const reasonOf = (error: unknown): FileRejection => {
  if (error instanceof Refused) return error.reason;
  if (/^E[A-Z]+$/.test(codeOf(error) ?? '')) throw error;
  const { message } = error as Error;
  if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(message))
    return 'entry-name-escapes';
  return message.includes('encrypt') ? 'is-encrypted' : 'is-damaged';
};
