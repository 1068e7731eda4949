import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

type Place = { readonly done: number; readonly bad: number };

const NOWHERE: Place = { done: 0, bad: 0 };

/**
 * Remembers up to which row of a file all are done, so that a killed import goes on there. Only ever appended to; a
 * line that was torn off in the middle does not count. Rows beyond the place may be sent twice: they have their keys.
 */
export class Journal {
  private readonly outstanding = new Map<number, boolean>();
  private written: Place;
  private place: Place;

  constructor(
    private readonly path: string,
    private readonly every = 50,
  ) {
    this.place = this.written = placeIn(path);
    mkdirSync(dirname(path), { recursive: true });
  }

  /** All rows up to this one are done; `bad` of them could not be taken. */
  get at(): Place {
    return this.place;
  }

  /** A row is done, in whatever order. */
  done(row: number, isBad = false): void {
    this.outstanding.set(row, isBad);
    for (let next = this.place.done + 1; this.outstanding.has(next); next += 1) {
      this.place = { done: next, bad: this.place.bad + Number(this.outstanding.get(next)) };
      this.outstanding.delete(next);
    }
    if (this.place.done - this.written.done >= this.every) this.write();
  }

  /** The file is through: another import of it begins anew, and the server knows each row. */
  finish(): void {
    rmSync(this.path, { force: true });
  }

  private write(): void {
    const { done, bad } = (this.written = this.place);
    appendFileSync(this.path, `${String(done)} ${String(bad)}\n`, { mode: 0o600 });
  }
}

const placeIn = (path: string): Place => {
  const lines = textOf(path).split('\n').slice(0, -1);
  const places = lines.map((line) => /^(\d+) (\d+)$/.exec(line)).filter((match) => match !== null);
  const [, done, bad] = places.at(-1) ?? [];
  return done === undefined ? NOWHERE : { done: Number(done), bad: Number(bad) };
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
