import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

const opened = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer);

/** The parts of a document, by another library than the one that wrote it. */
export const partsOf = async (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> => {
  const zip = await opened(Buffer.from(bytes), { lazyEntries: true, autoClose: false });
  const parts = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on('end', resolve).on('error', reject);
    zip.on('entry', (entry: yauzl.Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) {
          reject(error);
          return;
        }
        text(stream).then((content) => {
          parts.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.readEntry();
  });
  zip.close();
  return parts;
};

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What is written in each paragraph, cells included. */
export const paragraphsIn = (xml: string): readonly string[] =>
  xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([, written = '']) => written.replaceAll(/&(\w+);/g, (_, name: string) => SIGNS[name] ?? ''))
        .join(''),
    );

/** The tags that are still open at the end, or are closed in another order than they were opened. */
export const unbalanced = (xml: string): readonly string[] => {
  const open: string[] = [];
  for (const [, close, name = '', self] of xml.matchAll(/<(\/)?([\w:]+)[^<>]*?(\/)?>/g)) {
    if (self) continue;
    if (!close) open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
};
