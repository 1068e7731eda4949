import { join } from 'node:path';
import type { Sha256 } from '@redress/contracts/values';
import type { Opened } from '@redress/evidence/opened.examples';

/** In seconds, as `utimes` has it. */
export const LONG_AGO = Date.parse('2026-01-01T00:00:00.000Z') / 1_000;

/** Where a file lies that is stored. */
export const placeOf = ({ folder }: Pick<Opened, 'folder'>, sha256: Sha256, ending: string): string =>
  join(folder, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.${ending}`);
