import { createHash } from 'node:crypto';
import { Trouble } from '../trouble.js';
import { recordsOf } from './records.js';

/** A row with a cell for each column, trimmed; `number` counts the rows of the file from 1. */
export type Row<Column extends string> = {
  readonly line: number;
  readonly number: number;
  readonly cells: Readonly<Record<Column, string>>;
};

/** What is wrong with a row, and where. */
export type Fault = { readonly line: number; readonly column?: string; readonly reason: string };

export const isFault = (read: object): read is Fault => 'reason' in read;

export const said = ({ line, column, reason }: Fault): string =>
  `line ${String(line)}${column === undefined ? '' : `, column ${column}`}: ${reason}`;

/** A row, or why it is none. */
export type Read<Item> = Item | (Fault & { readonly number: number });

/** A file that was read once to the end and found whole: UTF-8, a header with the columns, and quoting that closes. */
export type Table<Column extends string> = {
  readonly path: string;
  readonly rows: number;
  /** Of the bytes of the file. */
  readonly sha256: string;
  readonly columns: readonly (readonly [column: Column, place: number])[];
  readonly width: number;
};

type Columns<Column extends string> = {
  readonly needed: readonly Column[];
  readonly optional?: readonly Column[];
};

/** @throws Trouble */
export const survey = async <Column extends string>(
  path: string,
  { needed, optional = [] }: Columns<Column>,
): Promise<Table<Column>> => {
  const hash = createHash('sha256');
  let header: readonly string[] | undefined;
  let rows = -1;
  for await (const { cells } of recordsOf(path, (bytes) => void hash.update(bytes))) {
    header ??= named(path, cells, needed);
    rows += 1;
  }
  if (!header) throw new Trouble(`${path} is empty: it needs a header with ${needed.join(', ')}`);
  const names = header;
  const places = [...needed, ...optional].map((column) => [column, names.indexOf(column)] as const);
  return { path, rows, sha256: hash.digest('hex'), columns: places, width: names.length };
};

/**
 * The rows of a surveyed file in their order, those after the first so many; instead of a row that does not fit the
 * header, what is wrong with it. A column that the file does not have is empty.
 */
export async function* rowsOf<Column extends string>(
  { path, columns, width }: Table<Column>,
  after = 0,
): AsyncGenerator<Read<Row<Column>>> {
  let number = -1;
  for await (const { line, cells } of recordsOf(path)) {
    number += 1;
    if (number === 0 || number <= after) continue;
    const reason = `has ${String(cells.length)} cells; the header has ${String(width)}`;
    yield cells.length === width ? { line, number, cells: picked(columns, cells) } : { line, number, reason };
  }
}

const named = (path: string, cells: readonly string[], needed: readonly string[]): readonly string[] => {
  const header = cells.map((cell) => cell.trim());
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new Trouble(`${path} has no column ${missing.join(', ')}; its header is: ${header.join(', ')}`);
  const twice = needed.find((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (twice !== undefined) throw new Trouble(`${path} has the column ${twice} twice`);
  return header;
};

const picked = <Column extends string>(
  columns: Table<Column>['columns'],
  cells: readonly string[],
): Row<Column>['cells'] =>
  Object.fromEntries(
    columns.map(([column, place]) => [column, (cells[place] ?? '').trim()]),
  ) as Row<Column>['cells'];
