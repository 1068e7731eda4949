import { Bookmark, PageBreak, Paragraph } from 'docx';
import { grid, line, textRuns, sourceName } from './docx-blocks.js';
import { FONTS, HALF_POINTS } from './docx-style.js';
import { stretchOf } from './html.js';
import type { ReportDocument, Source } from './model.js';

const WIDTHS = [6, 22, 8, 8, 20, 36];
const SMALL = { size: HALF_POINTS.annex };

/** Where the figures come from, each where the text refers to it. */
export const annexBlocks = ({ annex }: ReportDocument) => [
  new Paragraph({ children: [new PageBreak()] }),
  line(annex.title, { font: FONTS.heading, bold: true }, 'start', { after: 120 }, 1),
  ...annex.about.map(
    (text) => new Paragraph({ spacing: { after: 80 }, children: textRuns(text, { size: 18 }) }),
  ),
  grid(annex.head, annex.sources.map(rowOf), WIDTHS, HALF_POINTS.annex),
];

const rowOf = ({ number, what, value, events }: Source) => [
  [new Bookmark({ id: sourceName(number), children: textRuns(String(number), SMALL) })],
  ...[what, value, String(events.count), ...stretchOf(events)].map((text) => textRuns(text, SMALL)),
];
