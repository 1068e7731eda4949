import type { Scalar } from './cursor.js';
import type { AnyRow } from './projection.js';
import type { Filter } from './read-models.js';

/** What a filter asks of one field: to be it, or absent for null; to be one of those, to lie between, or to hold an id. */
export type Wanted = { readonly field: string } & (
  | { readonly is: Scalar | null }
  | { readonly in: readonly Scalar[] }
  | { readonly has: string }
  | { readonly between: { readonly from?: Scalar; readonly to?: Scalar } }
);

type Asked =
  | Scalar
  | null
  | {
      readonly in?: readonly Scalar[];
      readonly from?: Scalar;
      readonly to?: Scalar;
      readonly has?: string | readonly string[];
    };

/** What a filter asks, field by field, for whoever keeps rows. */
export const wantedBy = <Row extends AnyRow>(where: Filter<Row>): readonly Wanted[] =>
  Object.entries(where as Readonly<Record<string, Asked | undefined>>)
    .filter((entry): entry is [string, Asked] => entry[1] !== undefined)
    .flatMap(([field, asked]): readonly Wanted[] => {
      if (asked === null || typeof asked !== 'object') return [{ field, is: asked }];
      const { has, in: among, ...between } = asked;
      if (has !== undefined) return [has].flat().map((id) => ({ field, has: id }));
      return [among ? { field, in: among } : { field, between }];
    });
