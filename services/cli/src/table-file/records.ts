import { pipeline, Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { Trouble } from '../trouble.js';
import { textOf } from './text.js';

/** A row of the file: its cells, and the line on which it begins. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * The rows of a CSV file (RFC 4180, any line ends) as they are read, the header first, empty lines left out.
 * @throws Trouble where it is no UTF-8, or the quoting is wrong
 */
export async function* recordsOf(path: string, seen?: (bytes: Buffer) => void): AsyncGenerator<CsvRecord> {
  const parser = parse({ info: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });
  pipeline(Readable.from(textOf(path, seen)), parser, () => undefined);
  let line = 1;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<Parsed>) {
      if (cells.length > 1 || cells[0] !== '') yield { line, cells };
      line = info.lines + 1;
    }
  } catch (error) {
    throw isCsvError(error) ? new Trouble(`${path}, line ${String(line)}: ${faultOf(error)}`) : error;
  }
}

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).includes('QUOTE');

const faultOf = ({ code }: CsvError): string =>
  code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quote that is opened in this row is never closed'
    : 'a quote stands in the middle of a cell; a cell with quotes is put in quotes, and each quote in it doubled';
