import type { Rejected } from '@redress/contracts/command';
import { fileTypeFromFile } from 'file-type';
import { codeOf } from '../faults.js';
import { type Kind, KINDS } from '../kinds.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import { looksLikeUtf16, refusedText } from './text.js';

type Recognised = { readonly kind: Kind } | Rejected<FileRejection>;

const BY_MEDIA_TYPE: ReadonlyMap<string, Kind> = new Map([
  ...Object.entries(KINDS).map(([kind, { mediaType }]) => [mediaType, kind as Kind] as const),
  ['audio/x-m4a', 'm4a'],
  ['video/x-m4v', 'mp4'],
]);

const OTHERS: readonly (readonly [FileRejection, RegExp])[] = [
  ['has-macros', /macroenabled/],
  ['markup', /^(application\/xml|image\/svg\+xml|text\/html)$/],
  ['image-type-not-taken', /^image\//],
  [
    'executable',
    /^application\/(x-msdownload|x-elf|x-mach-binary|wasm|java-vm|java-archive|vnd\.android\.package-archive|x-ms-shortcut|x-shockwave-flash|x-deb|x-rpm|x-google-chrome-extension|x-xpinstall|vnd\.ms-htmlhelp|x-ms-regedit)$/,
  ],
  [
    'archive',
    /^application\/(zip|gzip|zstd|lzip|x-(tar|rar-compressed|bzip2|7z-compressed|xz|lz4|lzh-compressed|arj|ace-compressed|cpio|compress|unix-archive|asar|iso9660-image|apple-diskimage)|vnd\.ms-cab-compressed)$/,
  ],
];

// Known by two letters that a text may begin with as well.
const WEAK = ['image/bmp', 'application/x-msdownload'];

/** What a file is by its content. Its name decides nothing, but may say that a text is a script. */
export const kindOf = async (path: string, name: string): Promise<Recognised> => {
  const mediaType = await mediaTypeOf(path);
  const kind = BY_MEDIA_TYPE.get(mediaType ?? '');
  if (kind) return { kind };
  if (mediaType === undefined || WEAK.includes(mediaType)) {
    const refused = await refusedText(path, name);
    if (refused === undefined) return { kind: 'text' };
    if (mediaType === undefined) return { rejected: await reasonOf(refused, path, name) };
  }
  return { rejected: OTHERS.find(([, types]) => types.test(mediaType))?.[0] ?? 'type-not-allowed' };
};

/** What is not text is only called a wrong text if it was meant to be one. */
const reasonOf = async (refused: FileRejection, path: string, name: string): Promise<FileRejection> => {
  if (refused === 'script' || refused === 'markup') return refused;
  return /\.(txt|csv)$/i.test(name) || (await looksLikeUtf16(path)) ? refused : 'type-not-recognised';
};

const mediaTypeOf = async (path: string): Promise<string | undefined> => {
  try {
    return (await fileTypeFromFile(path))?.mime.toLowerCase();
  } catch (error) {
    // It throws at some files that end too early; the disk is told apart by its codes.
    if (codeOf(error) === undefined) return undefined;
    throw error;
  }
};
