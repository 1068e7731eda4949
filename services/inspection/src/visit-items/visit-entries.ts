import type { Recorded } from '@redress/contracts/event';
import type { EntryRow, ReadVisitEntries, VisitEntries } from '@redress/contracts/inspection/visit-items';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Instant } from '@redress/contracts/values';
import { MOST_TEXT } from '@redress/read-models/page';
import type { KnownVisit } from '../visit/visit.js';

const PAGE = 50;

type Asked = Pick<ReadVisitEntries, 'itemId' | 'which' | 'limit' | 'cursor'>;

/** A page of what was written down in a visit, out of its history. */
export const entriesOf = (
  visit: KnownVisit,
  history: readonly (VisitEvent & Pick<Recorded, 'recordedAt'>)[],
  { itemId, which = 'standing', limit = PAGE, cursor = 0 }: Asked,
): VisitEntries => {
  const rows = history
    .flatMap((event) => rowsOf(visit, event))
    .filter((row) => itemId === undefined || row.itemId === itemId)
    .filter(({ stands }) => which === 'all' || stands);
  const page = asMuchAsFits(rows.slice(cursor, cursor + limit));
  const next = cursor + page.length;
  return { rows: page, ...(next < rows.length && { next }) };
};

const rowsOf = (
  { answers }: KnownVisit,
  { type, data, recordedAt }: VisitEvent & { readonly recordedAt: Instant },
): readonly EntryRow[] => {
  if (type !== 'EntriesRecorded') return [];
  const by = data.by && { by: data.by };
  return data.entries.map((entry) => {
    const { entryId, at } = entry;
    const about = { entryId, at, recordedAt, ...by };
    return 'item' in entry
      ? { ...about, ...entry.item, stands: answers.get(entry.item.itemId)?.entryId === entryId }
      : { ...about, ...entry.met, stands: true };
  });
};

/** One at least. An answer has to fit in one message. */
const asMuchAsFits = (rows: readonly EntryRow[]): readonly EntryRow[] => {
  let size = 0;
  return rows.filter((row, index) => {
    size += JSON.stringify(row).length;
    return index === 0 || size <= MOST_TEXT;
  });
};
