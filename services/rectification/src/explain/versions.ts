import type { Missing } from '@redress/contracts/rectification/explain';
import type { Standards } from '../policy/standards.js';

/** The versions that something was recorded with. */
export type Versions = { readonly policy: string; readonly calendar: string };

/** What was meant by them; without standards, some version is not at hand any more. */
export type AtHand = { readonly standards?: Standards; readonly missing: readonly Missing[] };

/** What is missing for any of them, each once. */
export const missingIn = (all: readonly AtHand[]): readonly Missing[] => [
  ...new Map(
    all.flatMap(({ missing }) => missing).map((one) => [`${one.what} ${one.version}`, one]),
  ).values(),
];
