import type { Actor } from '@redress/contracts/envelope';
import type { Answer, Listing } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import type { Filter, Page, ReadModels } from '@redress/read-models/read-models';
import { scopeOf } from './who-sees.js';

const PAGE = 50;

/** A filter of which the asker named some parts, or none. */
export type Named<Row extends AnyRow> = {
  readonly [Field in keyof Filter<Row>]: Filter<Row>[Field] | undefined;
};

/** Whoever looks at a desk sees of its lines those that concern the own unit, or all. */
export const deskPage = <Row extends AnyRow & { readonly units: object }>(
  models: ReadModels,
  desk: Projection<never, Row>,
  query: Listing,
  actor: Actor,
  { where, by }: { readonly where: Named<Row>; readonly by: keyof Row & string },
): Promise<Answer<Page<Row>>> =>
  answered(models, desk, query, async () => {
    const filter = whereFor(actor, where);
    return filter && pageOf(models, desk, query, filter, by);
  });

/** Of the rows that were asked for, those that the asker may see; undefined for who may see none. */
export const whereFor = <Row extends AnyRow & { readonly units: object }>(
  actor: Actor,
  where: Named<Row>,
): Filter<Row> | undefined => {
  const scope = scopeOf(actor);
  const named = Object.fromEntries(Object.entries(where).filter(([, value]) => value !== undefined));
  return scope && { ...scope, ...named };
};

export const pageOf = <Row extends AnyRow>(
  models: ReadModels,
  desk: Projection<never, Row>,
  { order, limit = PAGE, cursor, text }: Listing,
  where: Filter<Row>,
  by: keyof Row & string,
): Promise<Page<Row>> => models.find(desk, { where, by, descending: order === 'desc', limit, cursor, text });
