import { type Kind, KINDS } from './kinds.js';

const MOST = 120;

// Names of devices, which Windows opens instead of a file of that name, whatever its ending.
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/**
 * The name that people see and save a file under: one line without a path, without characters that are invisible,
 * change the direction of writing or mean something to a file system, at most 120 long, with an ending of its kind.
 */
export const displayName = (name: string, kind: Kind): string => {
  const { extensions } = KINDS[kind];
  const cleaned = cleanedOf(name);
  const ending = extensions.find((extension) => cleaned.toLowerCase().endsWith(`.${extension}`));
  const stem = ending === undefined ? cleaned : trimmed(cleaned.slice(0, -ending.length - 1));
  const suffix = `.${ending ?? extensions[0]}`;
  return `${shortened(stem, MOST - suffix.length) || 'file'}${suffix}`;
};

const cleanedOf = (name: string): string =>
  trimmed(
    (name.split(/[/\\]/).at(-1) ?? '')
      .replaceAll(/(?![\t\r\n])\p{C}/gu, '')
      .normalize('NFC')
      .replaceAll(/[\p{Zs}\p{Zl}\p{Zp}\t\r\n]+/gu, ' ')
      .replaceAll(/[<>:"|?*]/g, '_'),
  ).replace(DEVICES, '_$1');

const trimmed = (text: string): string => text.replace(/^[. ]+/, '').replace(/(?<![. ])[. ]+$/, '');

/** Cut between characters, not within one. */
const shortened = (text: string, most: number): string => {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return trimmed(short);
};
