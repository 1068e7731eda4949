import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Trouble } from '../trouble.js';

/**
 * The text of a UTF-8 file in pieces, without its byte order mark.
 * @throws Trouble where it is no UTF-8, saying at which line
 */
export async function* textOf(
  path: string,
  seen: (bytes: Buffer) => void = () => undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
      seen(bytes);
      const text = decoder.decode(bytes, { stream: true });
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
      yield text;
    }
    yield decoder.decode();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw new Trouble(`${path} cannot be read: ${message}`);
    throw new Trouble(`${path} is not UTF-8 (about line ${String(line)}): ${await hintFor(path)}`);
  }
}

const hintFor = async (path: string): Promise<string> => {
  const encoding = await encodingOf(path);
  return encoding === undefined
    ? 'save it as UTF-8'
    : `it looks like ${encoding}; convert it with: iconv -f ${encoding} -t UTF-8 ${path} > converted.csv`;
};

const BEGINNING = 65_536;

const encodingOf = async (path: string): Promise<string | undefined> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING));
    const beginning = buffer.subarray(0, bytesRead);
    if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'UTF-16LE';
    if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'UTF-16BE';
    // With `stream`, a character that the beginning cuts in two is no error.
    new TextDecoder('gb18030', { fatal: true }).decode(beginning, { stream: true });
    return 'GB18030';
  } catch {
    return undefined;
  } finally {
    await file.close();
  }
};
