import { type FileHandle, open } from 'node:fs/promises';
import type { Examined } from './examine.js';

const MOST_INDEX = 64 * 1024 * 1024;

// ISO 6709, as cameras and telephones write it: +31.2304+121.4737+010.000/
const PLACE = /[+-]\d{2,6}(\.\d+)?[+-]\d{3,7}(\.\d+)?([+-]\d+(\.\d+)?)?\//g;

/** Boxes that tell of the recording and are not needed to play it. */
const TELLING = ['loci', 'XMP_'];

type Box = { readonly type: string; readonly from: number; readonly to: number };

/**
 * MP4 and its relatives: the place of recording is overwritten where the index of the film says it, length for length.
 * Picture and sound stay as they are, and so does a track of positions, as some action cameras record it.
 */
export const examineMedia = async (path: string): Promise<Examined> => {
  const file = await open(path, 'r+');
  try {
    const boxes = await boxesOf(file, (await file.stat()).size);
    if (!boxes?.some(({ type }) => type === 'moov')) return { rejected: 'is-damaged' };
    for (const { type, from, to } of boxes) {
      if (!['moov', 'meta', 'udta', 'uuid'].includes(type)) continue;
      if (to - from > MOST_INDEX) return { rejected: 'cannot-be-examined' };
      const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
      await file.write(type === 'uuid' ? freed(buffer) : withoutPlace(buffer), 0, to - from, from);
    }
    return { path };
  } finally {
    await file.close();
  }
};

/** The outermost boxes; undefined unless they fill the file exactly. */
const boxesOf = async (file: FileHandle, end: number): Promise<readonly Box[] | undefined> => {
  const boxes: Box[] = [];
  for (let from = 0; from < end;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, from);
    if (bytesRead < 8) return undefined;
    const said = buffer.readUInt32BE(0);
    const size = said === 0 ? end - from : said === 1 ? Number(buffer.readBigUInt64BE(8)) : said;
    if (size < 8 || from + size > end) return undefined;
    boxes.push({ type: buffer.toString('latin1', 4, 8), from, to: from + size });
    from += size;
  }
  return boxes;
};

const withoutPlace = (index: Buffer): Buffer => {
  const text = index.toString('latin1').replaceAll(PLACE, (place) => place.replaceAll(/\d/g, '0'));
  const changed = Buffer.from(text, 'latin1');
  for (const type of TELLING)
    for (let at = changed.indexOf(type); at >= 0; at = changed.indexOf(type, at + 4)) {
      const size = at < 4 ? 0 : changed.readUInt32BE(at - 4);
      if (size >= 8 && at - 4 + size <= changed.length) freed(changed.subarray(at - 4, at - 4 + size));
    }
  return changed;
};

/** A box of the same size that says nothing. */
const freed = (box: Buffer): Buffer => {
  const header = box.readUInt32BE(0) === 1 ? 16 : 8;
  box.write('free', 4, 'latin1');
  return box.fill(0, header);
};
