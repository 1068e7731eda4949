import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, inflate } from 'node:zlib';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Examined } from './examine.js';

const unpack = promisify(inflate);

const WINDOW = 1024 * 1024;
const OVERLAP = 128;
const MOST_BYTES = 100 * 1024 * 1024;
/** How far before its content the dictionary of a stream may begin. */
const DICTIONARY = 2_048;

/** A name of PDF, each character of which may also be written as `#` and two hexadecimal digits. */
const nameOf = (name: string): string =>
  `/${[...name].map((letter) => `(?:${letter}|#${hexOf(letter)})`).join('')}(?![A-Za-z0-9#_.-])`;

const hexOf = (letter: string): string =>
  [...letter.charCodeAt(0).toString(16)].map((digit) => `[${digit}${digit.toUpperCase()}]`).join('');

const anyOf = (...names: readonly string[]): RegExp => new RegExp(names.map(nameOf).join('|'));

// What runs a script or a program, sends or fetches something, or carries another file inside.
const ACTIVE = anyOf(
  'JavaScript',
  'Launch',
  'Rendition',
  'RichMedia',
  'ImportData',
  'SubmitForm',
  'XFA',
  'GoToE',
  'EmbeddedFile',
);
const ENCRYPTED = anyOf('Encrypt');
const OF_OBJECTS = anyOf('ObjStm');

/**
 * A plain search for the names of active content, in the file and in its compressed objects. No parser: what a name
 * would only be within a text that is shown is refused as well, and content streams are not unpacked.
 */
export const examinePdf = async (path: string): Promise<Examined> => {
  // It is looked at as a whole, in memory.
  if ((await stat(path)).size > MOST_BYTES) return { rejected: 'cannot-be-examined' };
  const bytes = await readFile(path);
  if (!bytes.subarray(-1_024).includes('%%EOF')) return { rejected: 'is-damaged' };
  if (mentions(bytes, ENCRYPTED)) return { rejected: 'is-encrypted' };
  if (mentions(bytes, ACTIVE)) return { rejected: 'has-active-content' };
  const rejected = await rejectedIn(bytes);
  return rejected ? { rejected } : { path };
};

/** Looks at a window after the other, so that a large file never is one large text. */
const mentions = (bytes: Buffer, names: RegExp): boolean => {
  for (let from = 0; from < bytes.length; from += WINDOW)
    if (names.test(bytes.toString('latin1', from, Math.min(bytes.length, from + WINDOW + OVERLAP))))
      return true;
  return false;
};

const rejectedIn = async (bytes: Buffer): Promise<FileRejection | undefined> => {
  let left = MOST_BYTES;
  for (const start of compressedObjectsIn(bytes)) {
    const objects = await unpacked(bytes.subarray(start), left);
    if (!objects) return 'cannot-be-examined';
    left -= objects.length;
    if (mentions(objects, ACTIVE)) return 'has-active-content';
  }
  return undefined;
};

/** Where the content of each stream of objects begins. */
const compressedObjectsIn = function* (bytes: Buffer): Generator<number> {
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.toString('latin1', Math.max(0, at - 3), at) === 'end') continue;
    const before = bytes.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (!OF_OBJECTS.test(before.slice(before.lastIndexOf('endobj') + 1))) continue;
    yield at + (bytes[at + 6] === 0x0d ? 8 : 7);
  }
};

/** Undefined when it is not what `FlateDecode` makes, or more than is looked at. */
const unpacked = async (bytes: Buffer, most: number): Promise<Buffer | undefined> => {
  try {
    return await unpack(bytes, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
};
