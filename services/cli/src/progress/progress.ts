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
  const rate = rateSince(performance.now());
  const shown = new SingleBar({
    format: `${what} {bar} {value}/{total} · {rate}/s · {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    stream: process.stderr,
  });
  let done = 0;
  shown.start(total, 0, { rate: '0' });
  return {
    tick: () => {
      done += 1;
      shown.update(done, { rate: rate(done) });
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
  const since = performance.now();
  const rate = rateSince(since);
  let done = 0;
  let shownAt = since;
  const show = (now: number): void => {
    const left = ((now - since) / done) * (total - done);
    write(`${what} ${String(done)}/${String(total)} · ${rate(done)}/s · ${lengthOf(left)} left`);
    shownAt = now;
  };
  return {
    tick: () => {
      done += 1;
      const now = performance.now();
      if (now - shownAt >= EVERY_MS) show(now);
    },
    say: write,
    end: () => {
      write(`${what} ${String(done)}/${String(total)} · ${rate(done)}/s`);
    },
  };
};

const rateSince =
  (since: number) =>
  (done: number): string =>
    ((done * 1_000) / Math.max(1, performance.now() - since)).toFixed(0);
