import type { Actor } from '@redress/contracts/envelope';
import type { Answer, Listing } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import type { Filter, Page, ReadModels } from '@redress/read-models/read-models';
import { scopeOf } from './who-sees.js';

const PAGE = 50;

/** A filter of which the asker named some parts, or none. */
type Named<Row extends AnyRow> = { readonly [Field in keyof Filter<Row>]: Filter<Row>[Field] | undefined };

/** Whoever looks at a desk sees of its lines those that concern the own unit, or all. */
export const deskPage = <Row extends AnyRow & { readonly units: object }>(
  models: ReadModels,
  desk: Projection<never, Row>,
  query: Listing,
  actor: Actor,
  { where, by }: { readonly where: Named<Row>; readonly by: keyof Row & string },
): Promise<Answer<Page<Row>>> =>
  answered(models, desk, query, async () => {
    const scope = scopeOf(actor);
    if (!scope) return undefined;
    const named = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
    const { order, limit = PAGE, cursor, text } = query;
    return models.find(desk, {
      where: { ...scope, ...named },
      by,
      descending: order === 'desc',
      limit,
      cursor,
      text,
    });
  });
