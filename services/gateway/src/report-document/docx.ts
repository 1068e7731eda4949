import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { annexBlocks } from './docx-annex.js';
import { FONTS, FULL_INDENT, HALF_POINTS, MARGINS, PAGE, RED, TEXT_WIDTH } from './docx-style.js';
import { line, runsOf, tableOf } from './docx-blocks.js';
import type { Block, ReportDocument } from './model.js';
import { readable } from './readable.js';

/** The report as a Word document: A4, the margins and letters of official documents, page numbers, links to the annex. */
export const docx = async (document: ReportDocument): Promise<Uint8Array> => {
  const { language, title, issuer, body, stamp } = document;
  const file = new Document({
    title: readable(title),
    creator: readable(issuer),
    ...(stamp !== undefined && { subject: stamp }),
    styles: {
      default: {
        document: {
          run: { font: FONTS.text, size: HALF_POINTS.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: { page: { size: PAGE, margin: MARGINS } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [
          ...head(document),
          ...body.flatMap((block, index) => blockOf(block, language, index + 1 === body.length)),
          ...signatures(document),
          ...annexBlocks(document),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
};

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: HALF_POINTS.table })],
  });

const head = ({ language, stamp, masthead, number, issuer, date, title, addressees }: ReportDocument) => [
  ...(stamp === undefined ? [] : [line(stamp, { font: FONTS.heading, size: HALF_POINTS.table }, 'center')]),
  line(
    masthead,
    { font: FONTS.title, size: HALF_POINTS.masthead[language], color: RED, bold: true },
    'center',
  ),
  line(number, {}, 'center'),
  new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 4 } },
    spacing: { after: 360 },
    children: [new TextRun({ children: [readable(issuer), new Tab(), readable(date)] })],
  }),
  line(title, { font: FONTS.title, size: HALF_POINTS.title, bold: true }, 'center', {
    before: 120,
    after: 360,
  }),
  ...(addressees === undefined ? [] : [line(addressees, {}, 'start', { after: 160 })]),
];

/** The last stays with the signatures: these never stand on a page of their own. */
const blockOf = (block: Block, language: ReportDocument['language'], isLast: boolean) => {
  switch (block.is) {
    case 'heading': {
      const font = block.level === 1 ? FONTS.heading : FONTS.subheading;
      const spacing = { before: block.level === 1 ? 280 : 160, after: 80 };
      return [line(block.text, { font, bold: true }, 'start', spacing, block.level)];
    }
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          ...(language === 'zh' && { indent: FULL_INDENT }),
          keepNext: isLast,
          spacing: { line: 420, after: language === 'zh' ? 40 : 120 },
          children: runsOf(block.runs),
        }),
      ];
    case 'table':
      return tableOf(block.table);
  }
};

const signatures = ({ signatures: all }: ReportDocument): readonly Paragraph[] =>
  all.map(
    ({ name, on }, index) =>
      new Paragraph({
        alignment: AlignmentType.END,
        indent: { end: 1_120 },
        keepNext: index + 1 < all.length,
        keepLines: true,
        spacing: { before: index === 0 ? 720 : 60 },
        children: [new TextRun(`${readable(name)}　　${readable(on)}`)],
      }),
  );
