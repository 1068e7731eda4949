/**
 * Work in lanes: within a lane strictly one after another, in the order in which it came; lanes side by side. What
 * takes a place, of which there are so many, waits for one; a pause in between gives it back.
 */
export class Lanes {
  private readonly ends = new Map<string, Promise<void>>();
  private readonly queue: (() => void)[] = [];

  constructor(private places: number) {}

  /** The work must not reject. */
  add(lane: string, work: () => Promise<void>): void {
    const end = (this.ends.get(lane) ?? Promise.resolve()).then(work).then(() => {
      if (this.ends.get(lane) === end) this.ends.delete(lane);
    });
    this.ends.set(lane, end);
  }

  async inPlace<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.places > 0) this.places -= 1;
    else await new Promise<void>((free) => this.queue.push(free));
    try {
      return await act();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.places += 1;
    }
  }

  /** Resolves when all that was added is done. */
  async settled(): Promise<void> {
    await Promise.all(this.ends.values());
  }
}
