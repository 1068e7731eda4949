import type { Figure } from '@redress/contracts/inspection/report-numbers';
import type { FigureKey } from '@redress/contracts/inspection/report-words';
import type { Text } from '@redress/edge/texts/text';
import { cellText } from '../ledger-export/cell-text.js';
import type { Citations } from './citations.js';
import type { Block, Run, Runs, Table } from './model.js';
import { readable } from './readable.js';
import type { ReportReading } from './reading.js';

/** What a part of a report is written from. */
export type Writing = { readonly reading: ReportReading; readonly citations: Citations };

export const heading = (text: Text, level: 1 | 2, { reading }: Writing): Block => ({
  is: 'heading',
  level,
  text: text[reading.language],
});

export const paragraph = (runs: Runs): Block => ({ is: 'paragraph', runs });

/** What somebody wrote, each line of it a paragraph. */
export const written = (text: string): readonly Block[] =>
  readable(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph([{ text: line.trim() }]));

/** Words in a cell: never taken for a formula where somebody copies the table into a spreadsheet. */
export const cell = (text: string): Runs => [{ text: cellText(readable(text)) }];

/** Nothing for a table without a row. */
export const table = (made: Table): readonly Block[] =>
  made.rows.length > 0 ? [{ is: 'table', table: made }] : [];

/** By its key, the one figure that has nothing to be told apart by. */
export const cited = (
  { reading, citations }: Writing,
  ...keys: readonly FigureKey[]
): Readonly<Record<string, Run>> =>
  Object.fromEntries(
    keys.map((key) => {
      const [figure] = reading.figures(key);
      return [key, figure ? citations.of(figure) : { text: '–' }] as const;
    }),
  );

/** Each figure under what tells it apart from the others of its key. */
export const citedBy = (
  { reading, citations }: Writing,
  key: FigureKey,
  nameOf: (figure: Figure) => string | undefined,
): Readonly<Record<string, Run>> =>
  Object.fromEntries(
    reading.figures(key).map((figure) => [nameOf(figure) ?? '', citations.of(figure)] as const),
  );
