type Answer = { once(name: 'close', listener: () => void): unknown };

/** How many requests of each are being answered; whoever has none is not remembered. */
export class UnderWay {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Counts one until it is answered or given up; false when there are as many as there may be. */
  begin(whose: string, answer: Answer): boolean {
    const count = this.counts.get(whose) ?? 0;
    if (count >= this.most) return false;
    this.counts.set(whose, count + 1);
    answer.once('close', () => {
      const left = (this.counts.get(whose) ?? 1) - 1;
      if (left === 0) this.counts.delete(whose);
      else this.counts.set(whose, left);
    });
    return true;
  }

  get size(): number {
    return this.counts.size;
  }
}
