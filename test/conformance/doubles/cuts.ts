/** When a connection is cut: before what was asked is done, or after, and before it is answered, or when it is half answered. */
export type When = 'before' | 'after';

/** Counts what a double is asked for, until the one at which the connection is to be cut. */
export class Cuts {
  private next: { left: number; readonly when: When; readonly cut: () => void } | undefined;

  /** At the n-th from now. */
  at(n: number, when: When, cut: () => void): void {
    this.next = { left: n, when, cut };
  }

  /** Whether the one at which it was to be cut has come; at none it is cut any more. */
  wasCut(): boolean {
    const was = this.next === undefined;
    this.next = undefined;
    return was;
  }

  /** Is told of each that is asked for; gives back how it is to be cut, if it is. */
  step(): { readonly when: When; readonly cut: () => void } | undefined {
    if (!this.next) return undefined;
    this.next.left -= 1;
    if (this.next.left > 0) return undefined;
    const { when, cut } = this.next;
    this.next = undefined;
    return { when, cut };
  }
}
