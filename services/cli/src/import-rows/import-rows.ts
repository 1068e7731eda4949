import { inParallel } from '../http/in-parallel.js';
import { Refusal } from '../http/refusal.js';
import { Journal } from '../keep-place/journal.js';
import { journalPath } from '../keep-place/state-folder.js';
import { progressOf } from '../progress/progress.js';
import type { Settings } from '../sign-in/settings.js';
import { type Fault, isFault, type Read, type Row, rowsOf, said, type Table } from '../table-file/table.js';

/** How many rows are in, and how many could not be; with those before the place where a killed import stopped. */
export type Imported = { readonly rows: number; readonly bad: number };

type Import<Column extends string, Item extends object> = {
  /** What a row is: `opinions`. */
  readonly what: string;
  readonly read: (row: Row<Column>) => Item | Fault;
  readonly send: (item: Item) => Promise<unknown>;
  readonly atOnce: number;
};

/**
 * Sends the rows of a file, many at once. A bad row is said and left out. When the same import was killed before, it
 * goes on where that one stopped.
 */
export const importRows = async <Column extends string, Item extends object>(
  table: Table<Column>,
  { url, token, data }: Settings,
  { what, read, send, atOnce }: Import<Column, Item>,
): Promise<Imported> => {
  const journal = new Journal(journalPath(data, what, url, token, table.sha256));
  const { done } = journal.at;
  const progress = progressOf(what, table.rows - done);
  if (done > 0) progress.say(`goes on after row ${String(done)}, where it was stopped`);

  const take = async (row: Read<Row<Column>>): Promise<Fault | undefined> => {
    const item = isFault(row) ? row : read(row);
    if (isFault(item)) return item;
    return send(item).then(
      () => undefined,
      (error: unknown) => refusedRow(row.line, error),
    );
  };
  await inParallel(rowsOf(table, done), atOnce, async (row) => {
    const fault = await take(row);
    if (fault) progress.say(said(fault));
    journal.done(row.number, fault !== undefined);
    progress.tick();
  }).finally(progress.end);

  const { bad } = journal.at;
  journal.finish();
  return { rows: table.rows - bad, bad };
};

/** A row that the server refuses is a bad one; any other failure ends the import. */
export const refusedRow = (line: number, error: unknown): Fault => {
  if (!(error instanceof Refusal)) throw error;
  return { line, reason: `the server refuses it: ${error.message}` };
};
