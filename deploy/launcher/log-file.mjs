import { closeSync, openSync, fstatSync, existsSync, renameSync, writeSync } from 'node:fs';

const MAX_BYTES = 10 * 1024 * 1024;
const KEPT = 3;

/** A log that never takes more than about 40 MB: a full file becomes `.1`, that one `.2`, and the oldest goes. */
export class LogFile {
  #descriptor;
  #size;
  #last = [];

  constructor(path, maxBytes = MAX_BYTES) {
    this.path = path;
    this.maxBytes = maxBytes;
    this.#open();
  }

  write(line) {
    this.#last = [...this.#last.slice(-9), line];
    try {
      if (this.#size > this.maxBytes) this.#rotate();
      this.#size += writeSync(this.#descriptor, `${line}\n`);
    } catch {
      // A full disk must not stop what is still running; the services report it themselves.
    }
  }

  /** The last lines, for who asks why a service does not start. */
  get tail() {
    return this.#last.join('\n');
  }

  close() {
    closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #rotate() {
    this.close();
    for (let n = KEPT; n > 0; n--) {
      const newer = n === 1 ? this.path : `${this.path}.${n - 1}`;
      if (existsSync(newer)) renameSync(newer, `${this.path}.${n}`);
    }
    this.#open();
  }

  #open() {
    this.#descriptor = openSync(this.path, 'a', 0o600);
    this.#size = fstatSync(this.#descriptor).size;
  }
}
