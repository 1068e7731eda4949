import { FACET_LIMIT } from '@redress/contracts/query';
import type { Count } from '@redress/read-models/facets';

/** As many values of a facet as are told; who answers for a task may be one of very many. */
export const mostFrequent = (
  counts: readonly Count[],
): readonly { readonly value: string | null; readonly rows: number }[] =>
  counts
    .slice(0, FACET_LIMIT)
    .map(({ value, rows }) => ({ value: value === null ? null : String(value), rows }));
