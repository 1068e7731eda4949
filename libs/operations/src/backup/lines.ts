import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Recorded } from '@redress/contracts/event';
import { makeFolder } from './files.js';

const LINES = 500;

/** Writes each event as a line of JSON and hands it on. Durable when it ends. */
export async function* writeLines(
  file: string,
  slices: AsyncIterable<readonly Recorded[]>,
): AsyncIterable<Recorded> {
  makeFolder(dirname(file));
  const handle = openSync(file, 'wx', 0o600);
  try {
    for await (const events of slices) {
      for (let from = 0; from < events.length; from += LINES) {
        const lines = events.slice(from, from + LINES).map((event) => `${JSON.stringify(event)}\n`);
        writeAll(handle, lines.join(''));
      }
      yield* events;
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export async function* linesIn(file: string): AsyncIterable<Recorded> {
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }))
    yield JSON.parse(line) as Recorded;
}

/** A disk that is nearly full takes less than it is given, and says so with the next write. */
const writeAll = (handle: number, text: string): void => {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(handle, bytes, written);
};
