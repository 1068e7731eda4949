import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@redress/contracts/event';
import type { Difference } from '@redress/contracts/rectification/explain';

/** In what the one that was recorded is otherwise than the one that comes out now. */
export const differencesBetween = (recorded: JsonObject, recomputed: JsonObject): readonly Difference[] =>
  [...new Set([...Object.keys(recorded), ...Object.keys(recomputed)])]
    .filter((what) => !isDeepStrictEqual(recorded[what], recomputed[what]))
    .map((what) => ({ what, recorded: textOf(recorded[what]), recomputed: textOf(recomputed[what]) }));

const textOf = (value: unknown): string => {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};
