import type { Position } from '@redress/contracts/values';
import { type AnyRow, type Change, patched } from '@redress/read-models/projection';
import type { ClientSession, Model } from 'mongoose';
import { documentOf, type RowDocument } from './documents.js';
import type { Shape } from './models.js';

type Touched = { before: string | undefined; row: AnyRow | undefined };

/** The documents that a batch of changes leads to: each row is read and written once, however many concern it. */
export const documentsAfter = async <Row extends AnyRow>(
  rows: Model<RowDocument>,
  shape: Shape,
  changes: readonly Change<Row>[],
  upTo: Position,
  session: ClientSession | null,
): Promise<readonly RowDocument[]> => {
  const touched = new Map<string, Touched>();
  const ids = [...new Set(changes.map((change) => ('put' in change ? change.put.id : change.set)))];
  for (const id of ids) touched.set(id, { before: undefined, row: undefined });
  const there = rows
    .find({ _id: { $in: ids } }, { row: 1 })
    .session(session)
    .lean<Pick<RowDocument, '_id' | 'row'>[]>();
  for (const { _id, row } of ids.length > 0 ? await there.exec() : [])
    touched.set(_id, { before: row, row: JSON.parse(row) as AnyRow });
  for (const change of changes) {
    const entry = touched.get('put' in change ? change.put.id : change.set);
    if (!entry) continue;
    if ('put' in change) entry.row = change.put;
    else if (entry.row) entry.row = patched(entry.row, change.to) as AnyRow;
  }
  return [...touched.values()].flatMap(({ before, row }) =>
    row && JSON.stringify(row) !== before ? [documentOf(row, upTo, shape)] : [],
  );
};

/** Writes them in one go. */
export const write = async (
  rows: Model<RowDocument>,
  documents: readonly RowDocument[],
  session: ClientSession | null,
): Promise<void> => {
  if (documents.length === 0) return;
  await rows.collection.bulkWrite(
    documents.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id as never }, replacement, upsert: true },
    })),
    { ordered: false, ...(session ? { session } : {}) },
  );
};
