import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { asFault } from './faults.js';

/** How long one file is waited for while others are held: so long, at most, nobody can write to those. */
const LOCK_MS = 200;
const LONGEST_PAUSE_MS = 300;

/** Pages copied between two words about how far it has come. */
const PAGES = 8_000;

const BUSY = 5;

/**
 * One moment of several files that others are writing to. For an instant all are held, so that nothing is in one file that came
 * of something which is not yet in another; from then on each is read as it was, while its writers go on. As long as that lasts,
 * the log of a file grows.
 */
export class Cut {
  private constructor(private readonly readers: Map<string, DatabaseSync>) {}

  /** @throws StoreFault when a file cannot be read, or all of them cannot be held at once within the time given. */
  static async through(files: readonly string[], withinMs = 30_000): Promise<Cut> {
    const readers = new Map<string, DatabaseSync>();
    const writers = new Map<string, DatabaseSync>();
    const giveUpAt = performance.now() + withinMs;
    try {
      for (const file of files) {
        writers.set(file, connected(file));
        readers.set(file, connected(file));
      }
      for (;;) {
        const busy = held(writers, () => {
          for (const [file, reader] of readers) pin(file, reader);
        });
        if (busy === undefined) return new Cut(readers);
        if (performance.now() > giveUpAt)
          throw new StoreFault(
            `${busy}: somebody keeps writing to it; the files could not be held all at once`,
          );
        await pause(Math.random() * LONGEST_PAUSE_MS);
      }
    } catch (error) {
      for (const reader of readers.values()) reader.close();
      throw error;
    } finally {
      for (const writer of writers.values()) writer.close();
    }
  }

  /** Writes the file as it was at that moment into a new one, by itself and without a log. */
  async copy(file: string, to: string, progress: (share: number) => void = () => undefined): Promise<void> {
    const reader = this.readers.get(file);
    if (!reader) throw new StoreFault(`${file}: it is not of this cut`);
    try {
      await backup(reader, to, {
        rate: PAGES,
        progress: ({ totalPages, remainingPages }) => {
          progress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        },
      });
      const copy = new DatabaseSync(to);
      copy.exec('PRAGMA journal_mode = DELETE');
      copy.close();
    } catch (error) {
      throw asFault(to, error);
    }
  }

  /** Its writers may empty their log again. */
  release(file: string): void {
    this.readers.get(file)?.close();
    this.readers.delete(file);
  }

  close(): void {
    for (const file of [...this.readers.keys()]) this.release(file);
  }
}

const connected = (file: string): DatabaseSync => {
  try {
    return new DatabaseSync(file, { timeout: LOCK_MS });
  } catch (error) {
    throw asFault(file, error);
  }
};

/** Does something while nobody else can write to any of the files. Or else says which one is being written to. */
const held = (writers: ReadonlyMap<string, DatabaseSync>, act: () => void): string | undefined => {
  const begun: DatabaseSync[] = [];
  try {
    for (const [file, writer] of writers)
      try {
        writer.exec('BEGIN IMMEDIATE');
        begun.push(writer);
      } catch (error) {
        if (((error as { errcode?: number }).errcode ?? 0) % 256 === BUSY) return file;
        throw asFault(file, error);
      }
    act();
    return undefined;
  } finally {
    for (const writer of begun) writer.exec('ROLLBACK');
  }
};

/** What is read first fixes what is read later. */
const pin = (file: string, reader: DatabaseSync): void => {
  try {
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM sqlite_schema').get();
  } catch (error) {
    throw asFault(file, error);
  }
};
