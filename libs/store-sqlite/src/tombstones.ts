import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Tombstone } from '@redress/sealing/key-shelf';

/**
 * Who was erased, in a file of its own that only grows: kept when an old copy of the keys is put back, it keeps those
 * from coming back with it.
 */
export class Tombstones {
  constructor(private readonly file: string) {}

  all(): readonly Tombstone[] {
    if (!existsSync(this.file)) return [];
    return readFileSync(this.file, 'utf8').split('\n').flatMap(tombstoneIn);
  }

  /** Durable once it returns. */
  add(tombstone: Tombstone): void {
    const file = openSync(this.file, 'a', 0o600);
    try {
      // What was cut short before ends here.
      writeSync(file, `\n${JSON.stringify(tombstone)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }
}

// A line that was cut short says nothing: what it was about was not done yet, and is done again.
const tombstoneIn = (line: string): readonly Tombstone[] => {
  try {
    return [JSON.parse(line) as Tombstone];
  } catch {
    return [];
  }
};
