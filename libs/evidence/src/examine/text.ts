import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { codeOf } from '../faults.js';
import type { FileRejection } from '@redress/contracts/evidence/rejections';
import type { Examined } from './examine.js';

// All but tab, line feed and carriage return; with them the C1 controls and DEL.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const MARKUP = /^\s*<(!doctype|!--|\?xml|[a-z][a-z0-9:-]*[\s>/])/i;

const SCRIPT = /^\s*(#!|<\?(php|=)|<%|@echo\s|%!PS)/i;

const SCRIPT_ENDINGS = new Set(
  'asp aspx bash bat cmd desktop hta inf jar js jse jsp lnk lua mjs php pl ps ps1 psm1 py rb reg scf sh url vbe vbs wsf wsh zsh'
    .split(' ')
    .map((ending) => `.${ending}`),
);

const MARKUP_ENDINGS = new Set([
  '.htm',
  '.html',
  '.mht',
  '.mhtml',
  '.shtml',
  '.svg',
  '.xht',
  '.xhtml',
  '.xml',
]);

/** Why it is no plain text that may be taken, judged by its bytes and, for what it is meant for, by its name. */
export const refusedText = async (path: string, name: string): Promise<FileRejection | undefined> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head: string | undefined;
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      const text = decoder.decode(chunk, { stream: true });
      if (CONTROLS.test(text)) return 'text-has-control-characters';
      head ??= text;
    }
    decoder.decode();
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'text-is-not-utf-8';
    throw error;
  }
  const ending = extname(name.trim()).toLowerCase();
  if (SCRIPT.test(head ?? '') || SCRIPT_ENDINGS.has(ending)) return 'script';
  if (MARKUP.test(head ?? '') || MARKUP_ENDINGS.has(ending)) return 'markup';
  return undefined;
};

/** By the mark at its beginning. */
export const looksLikeUtf16 = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return ['fffe', 'feff'].includes(buffer.toString('hex'));
  } finally {
    await file.close();
  }
};

/** What was recognised as text has been read to its end already. */
export const examineText = (path: string): Promise<Examined> => Promise.resolve({ path });
