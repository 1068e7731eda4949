import sharp, { type Sharp } from 'sharp';
import { codeOf } from '../faults.js';
import type { Kind } from '../kinds.js';
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
  try {
    const { width, height, pages = 1 } = await sharp(path, { limitInputPixels: false }).metadata();
    if (width * height > pixels) return { rejected: 'too-many-pixels' };
    if (pages > 1) return { rejected: 'image-is-animated' };
    const image = sharp(path, { limitInputPixels: pixels, failOn: 'error' }).timeout({ seconds: SECONDS });
    const again = `${path}.again`;
    await encode(image.autoOrient()).toFile(again);
    return { path: again };
  } catch (error) {
    if (isOfTheDisk(error)) throw error;
    return { rejected: 'is-damaged' };
  }
};

// libvips says in words what Node says in codes.
const isOfTheDisk = (error: unknown): boolean =>
  codeOf(error) !== undefined ||
  /unable to (write|open for write)|no space left|file too large/i.test(String(error));
