import { cursorOf, placeOf } from './cursor.js';
import type { AnyRow } from './projection.js';
import type { Page, Query } from './read-models.js';

/** How much text one page may hold, in characters, as its answer has to fit in one message of any broker. */
export const MOST_TEXT = 250_000;

/**
 * A page out of the rows that come, as JSON, in the order that the query asks for: as many as its limit, fewer when
 * they are long, but one at least. More rows than that are not read.
 */
export const pageFrom = <Row extends AnyRow>(
  texts: Iterable<string>,
  query: Pick<Query<Row>, 'by' | 'descending' | 'limit'>,
): Page<Row> => {
  const rows: Row[] = [];
  let size = 0;
  for (const text of texts) {
    const last = rows.at(-1);
    size += text.length;
    if (last && (rows.length === query.limit || size > MOST_TEXT))
      return { rows, next: cursorOf(placeOf(last, query.by), query) };
    rows.push(JSON.parse(text) as Row);
  }
  return { rows };
};
