import {
  AlignmentType,
  HeadingLevel,
  InternalHyperlink,
  type IParagraphOptions,
  type IRunOptions,
  type ISpacingProperties,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { FONTS, HALF_POINTS, TEXT_WIDTH } from './docx-style.js';
import type { Run, Runs, Table as MadeTable } from './model.js';
import { readable } from './readable.js';

export const sourceName = (number: number): string => `source-${String(number)}`;

/** One line of its own. */
export const line = (
  text: string,
  run: IRunOptions,
  alignment: 'center' | 'start',
  spacing: ISpacingProperties = {},
  level?: 1 | 2,
): Paragraph =>
  new Paragraph({
    alignment: alignment === 'center' ? AlignmentType.CENTER : AlignmentType.START,
    spacing,
    ...(level && { heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true }),
    children: textRuns(text, { color: '000000', ...run }),
  });

/** Text with its line breaks. */
export const textRuns = (text: string, run: IRunOptions = {}): TextRun[] =>
  readable(text)
    .split('\n')
    .map((part, index) => new TextRun({ ...run, text: part, ...(index > 0 && { break: 1 }) }));

export const runsOf = (runs: Runs, run: IRunOptions = {}): NonNullable<IParagraphOptions['children']> =>
  runs.flatMap((one) => runOf(one, run));

const runOf = ({ text, source }: Run, run: IRunOptions) => {
  const words = textRuns(text, run);
  if (source === undefined) return words;
  const mark = new TextRun({ ...run, text: `[${String(source)}]`, superScript: true });
  return [...words, new InternalHyperlink({ anchor: sourceName(source), children: [mark] })];
};

type Cells = readonly NonNullable<IParagraphOptions['children']>[];

/** A grid over the whole width, whose head is repeated on each page. */
export const grid = (
  head: readonly string[],
  rows: readonly Cells[],
  widths: readonly number[],
  size: number,
): Table => {
  const columns = widths.map((width) => Math.round((width / 100) * TEXT_WIDTH));
  const row = (cells: Cells, isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (children, index) =>
          new TableCell({
            width: { size: columns[index] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            ...(isHead && { shading: { fill: 'F3F3F3' } }),
            children: [new Paragraph({ children })],
          }),
      ),
    });
  const heads = head.map((text) => textRuns(text, { font: FONTS.heading, size }));
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    rows: [row(heads, true), ...rows.map((cells) => row(cells, false))],
  });
};

export const tableOf = ({ caption, head, rows, widths }: MadeTable) => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 160, after: 60 },
    children: textRuns(caption, { font: FONTS.heading, size: HALF_POINTS.table, bold: true }),
  }),
  grid(
    head,
    rows.map((row) => row.map((cell) => runsOf(cell, { size: HALF_POINTS.table }))),
    widths,
    HALF_POINTS.table,
  ),
];
