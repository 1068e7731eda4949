/** So much a minute, and so much at once: what was not used is saved up to that. */
export class Allowance {
  private left: number;
  private at: number;

  constructor(
    private readonly aMinute: number,
    private readonly atOnce: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.left = atOnce;
    this.at = now();
  }

  /** Takes one; when there is none, the seconds until there is. */
  take(): number | undefined {
    const now = this.now();
    this.left = Math.min(this.atOnce, this.left + ((now - this.at) * this.aMinute) / 60_000);
    this.at = now;
    if (this.left < 1) return Math.max(1, Math.ceil(((1 - this.left) * 60) / this.aMinute));
    this.left -= 1;
    return undefined;
  }

  /** What was taken for nothing. */
  giveBack(): void {
    this.left = Math.min(this.atOnce, this.left + 1);
  }
}
