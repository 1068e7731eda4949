import { Readable } from 'node:stream';
import sharp, { type Sharp } from 'sharp';
import { writeNew } from '../durable.js';
import type { Kind } from '../kinds.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Examined, Limits } from './examine.js';

// For the whole process: nothing else that libvips could read is ever tried, and no file is remembered by its path.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'],
});
sharp.cache(false);

const SECONDS = 60;

const written: Readonly<Partial<Record<Kind, (image: Sharp) => Sharp>>> = {
  jpeg: (image) => image.jpeg({ quality: 90 }),
  png: (image) => image.png(),
  webp: (image) => image.webp({ quality: 90 }),
};

/**
 * Written anew from its pixels, upright, in sRGB. What else was in the file is gone: where and with what it was taken,
 * comments, previews, and whatever was hidden behind it.
 */
export const examineImage = async (path: string, kind: Kind, { pixels }: Limits): Promise<Examined> => {
  const encode = written[kind];
  if (!encode) return { rejected: 'image-type-not-taken' };
  const bytes = await encodedAnew(path, encode, pixels);
  if (typeof bytes === 'string') return { rejected: bytes };
  const again = `${path}.again`;
  await writeNew(again, Readable.from([bytes]));
  return { path: again };
};

const encodedAnew = async (
  path: string,
  encode: (image: Sharp) => Sharp,
  pixels: number,
): Promise<Buffer | FileRejection> => {
  try {
    const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > pixels) return 'too-many-pixels';
    if (pages > 1) return 'image-is-animated';
    const image = sharp(path, { limitInputPixels: pixels, failOn: 'error' }).timeout({ seconds: SECONDS });
    return await encode(image.autoOrient()).toBuffer();
  } catch {
    return 'is-damaged';
  }
};
