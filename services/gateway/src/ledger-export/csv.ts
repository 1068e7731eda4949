import { fieldText } from './cell-text.js';

export type Cell = string | number;
export type Line = readonly Cell[];

/** CSV as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. Every field is quoted. */
export async function* csv(lines: AsyncIterable<Line>): AsyncIterable<string> {
  yield '\uFEFF';
  for await (const line of lines) yield `${line.map(field).join(',')}\r\n`;
}

const field = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell) : `"${fieldText(cell).replaceAll('"', '""')}"`;
