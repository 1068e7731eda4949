import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { Trouble } from '../trouble.js';
import { textOf } from './text.js';

/** A row of the file: its cells, and the line on which it begins. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * The rows of a CSV file (RFC 4180) as they are read, the header first, empty lines left out. Lines may end in any
 * way; inside a cell they end with a line feed afterwards.
 * @throws Trouble where it is no UTF-8, or the quoting is wrong
 */
export async function* recordsOf(path: string, seen?: (bytes: Buffer) => void): AsyncGenerator<CsvRecord> {
  let line = 1;
  const begins: number[] = [];
  const parser = parse({
    relax_column_count: true,
    // As each row ends: also of those that are never handed out, since a later one is wrong.
    on_record: (cells, { lines }) => {
      begins.push(line);
      line = lines + 1;
      return cells;
    },
  });
  pipeline(Readable.from(withLineFeeds(textOf(path, seen))), parser, () => undefined);
  try {
    for await (const cells of parser as AsyncIterable<readonly string[]>) {
      const record = { line: begins.shift() ?? line, cells };
      if (cells.length > 1 || cells[0] !== '') yield record;
    }
  } catch (error) {
    throw isCsvError(error) ? new Trouble(`${path}, line ${String(line)}: ${faultOf(error)}`) : error;
  }
}

/** Makes every end of a line a line feed: what reads the rows counts only those right. */
async function* withLineFeeds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let carried = '';
  for await (const piece of texts) {
    const text = carried + piece;
    // What follows may be its line feed.
    carried = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - carried.length).replace(/\r\n?/g, '\n');
  }
  if (carried) yield '\n';
}

const isCsvError = (error: unknown): error is CsvError =>
  typeof error === 'object' && error !== null && 'code' in error && String(error.code).includes('QUOTE');

const faultOf = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote that is opened in this row is never closed'
    : 'a quote stands in the middle of a cell; a cell with quotes is put in quotes, and each quote in it doubled';
