import { SingleBar } from 'cli-progress';
import { lengthOf } from './length-of.js';

/** Shows how far a command is, how fast, and how long it will still take; on the error output, apart from results. */
export type Progress = {
  /** One more is done. */
  readonly tick: () => void;
  /** A line of its own, such as what is wrong with a row. */
  readonly say: (line: string) => void;
  readonly end: () => void;
};

/** A bar on a terminal; elsewhere a line now and then. */
export const progressOf = (what: string, total: number): Progress =>
  process.stderr.isTTY
    ? bar(what, total)
    : lines(what, total, (line) => void process.stderr.write(`${line}\n`));

const bar = (what: string, total: number): Progress => {
  const pace = paceSince(performance.now(), total);
  const shown = new SingleBar({
    format: `${what} {bar} {value}/{total} · {rate}/s · {left} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  });
  let done = 0;
  shown.start(total, 0, pace(0));
  return {
    tick: () => {
      done += 1;
      shown.update(done, pace(done));
    },
    say: (line) => {
      // The bar is drawn anew below it.
      process.stderr.write(`\r\u001b[K${line}\n`);
    },
    end: () => {
      shown.stop();
    },
  };
};

const EVERY_MS = 5_000;

/** The same for a log. */
export const lines = (what: string, total: number, write: (line: string) => void): Progress => {
  let shownAt = performance.now();
  const pace = paceSince(shownAt, total);
  let done = 0;
  return {
    tick: () => {
      done += 1;
      const now = performance.now();
      if (now - shownAt < EVERY_MS) return;
      shownAt = now;
      const { rate, left } = pace(done);
      write(`${what} ${String(done)}/${String(total)} · ${rate}/s · ${left} left`);
    },
    say: write,
    end: () => {
      write(`${what} ${String(done)}/${String(total)} · ${pace(done).rate}/s`);
    },
  };
};

/** How many a second so far, and how long the rest takes at that pace. */
const paceSince =
  (since: number, total: number) =>
  (done: number): { readonly rate: string; readonly left: string } => {
    const ms = Math.max(1, performance.now() - since);
    const left = done === 0 ? '?' : lengthOf((ms / done) * (total - done));
    return { rate: ((done * 1_000) / ms).toFixed(0), left };
  };
