import type { Rejected } from '@redress/contracts/command';
import type { Kind } from '../kinds.js';
import type { EvidenceLimits } from '../limits.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import { examineImage } from './image.js';
import { examineMedia } from './media.js';
import { examineOffice } from './office.js';
import { examinePdf } from './pdf.js';
import { examineText } from './text.js';

/** Where the bytes are that may be stored: the file that was sent, perhaps changed, or another beside it. */
export type Examined = Rejected<FileRejection> | { readonly path: string };

export type Limits = Pick<EvidenceLimits, 'pixels'>;

type Examine = (path: string, kind: Kind, limits: Limits) => Promise<Examined>;

const asItIs: Examine = (path) => Promise.resolve({ path });

const EXAMINE: Readonly<Record<Kind, Examine>> = {
  jpeg: examineImage,
  png: examineImage,
  webp: examineImage,
  pdf: examinePdf,
  docx: examineOffice,
  xlsx: examineOffice,
  pptx: examineOffice,
  odt: examineOffice,
  ods: examineOffice,
  odp: examineOffice,
  text: examineText,
  mp4: examineMedia,
  mov: examineMedia,
  m4a: examineMedia,
  mp3: asItIs,
};

export const examined = (kind: Kind, path: string, limits: Limits): Promise<Examined> =>
  EXAMINE[kind](path, kind, limits);
