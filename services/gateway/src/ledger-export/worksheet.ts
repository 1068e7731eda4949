import { cellText } from './cell-text.js';
import type { Cell, Line } from './csv.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** All that a sheet can hold. */
const MOST_LINES = 1_048_576;

/** One sheet as ECMA-376 has it: text stands in the cells themselves, so that nothing has to be kept until the end. */
export async function* worksheet(
  lines: AsyncIterable<Line>,
  widths: readonly number[],
): AsyncIterable<string> {
  const columns = widths.map((width, index) => {
    const at = String(index + 1);
    return `<col min="${at}" max="${at}" width="${String(width)}" customWidth="1"/>`;
  });
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `<cols>${columns.join('')}</cols><sheetData>`;
  let row = 0;
  for await (const line of lines) {
    row += 1;
    if (row > MOST_LINES) throw new RangeError(`a sheet holds ${String(MOST_LINES)} lines and no more`);
    const style = row === 1 ? HEADER_STYLE : TEXT_STYLE;
    yield `<row r="${String(row)}">${line.map((cell, column) => written(cell, column, row, style)).join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

const written = (cell: Cell, column: number, row: number, style: number): string => {
  const at = `r="${columnName(column)}${String(row)}"`;
  if (typeof cell === 'number') return `<c ${at}><v>${String(cell)}</v></c>`;
  if (cell === '') return '';
  return `<c ${at} s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${xml(cellText(cell))}</t></is></c>`;
};

/** A, B … Z, AA, AB … */
const columnName = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// Text that looks like the number of a character, _x0041_, would be read as that character.
const xml = (text: string): string =>
  text.replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const [TEXT_STYLE, HEADER_STYLE] = [1, 2];

/** The parts around the sheet; the name of the sheet is ours. */
export const partsAround = (sheet: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['workbook.xml:sheet.main', 'worksheets/sheet1.xml:worksheet', 'styles.xml:styles'].map(typeOf).join('')}</Types>`,
  '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  // A cell of text is marked as such (49 is text), so that it stays text when somebody types in it.
  'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[0, 1].map((font) => `<xf numFmtId="49" fontId="${String(font)}" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
});

const typeOf = (part: string): string => {
  const [name = '', type = ''] = part.split(':');
  return `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
};
