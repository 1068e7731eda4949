const HOUR_MS = 3_600_000;
/** Beyond so many nothing more is kept: whoever floods us without a name must not fill the memory. */
const MOST = 50_000;

/**
 * What is told when the hour is over, and in no order: when within the hour somebody spoke without a name is to be found
 * nowhere, not beside other lines and not in the rise of a number. What a process has not told when it ends is lost.
 */
export class Later {
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number = Date.now) {}

  add(tell: () => void): void {
    if (this.waiting.length >= MOST) return;
    this.waiting.push(tell);
    this.timer ??= setTimeout(
      () => {
        this.tellAll();
      },
      HOUR_MS - (this.now() % HOUR_MS),
    ).unref();
  }

  private tellAll(): void {
    this.timer = undefined;
    const all = this.waiting.splice(0);
    for (let left = all.length; left > 0; left -= 1) {
      const [one] = all.splice(Math.floor(Math.random() * left), 1);
      one?.();
    }
  }
}

/** Of this process. */
export const later = new Later();
