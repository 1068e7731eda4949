import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Line } from './csv.js';
import { partsAround, worksheet } from './worksheet.js';

/**
 * A workbook of one sheet, made while it is read. When the lines fail, so does the stream: what was read by then is no
 * whole archive.
 */
export const xlsx = (lines: AsyncIterable<Line>, sheet: string, widths: readonly number[]): Readable => {
  const zip = new ZipFile();
  // Typed as whatever Node calls a stream; it is one that can be destroyed.
  const file = zip.outputStream as Readable;
  const rows = Readable.from(worksheet(lines, widths));
  const fail = (error: Error): void => {
    file.destroy(error);
  };
  // The archive would wait for ever for the rest of what failed.
  rows.on('error', fail);
  zip.on('error', fail);
  file.on('close', () => rows.destroy());
  for (const [name, xml] of Object.entries(partsAround(sheet))) zip.addBuffer(Buffer.from(xml), name);
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml');
  zip.end();
  return file;
};
