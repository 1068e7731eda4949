/** How a process is, as far as it can be shown in numbers. */
export type Seen = {
  readonly isReady: boolean;
  readonly relayLag?: number;
  readonly projections: readonly { readonly name: string; readonly lag: number }[];
  readonly reactions: readonly {
    readonly name: string;
    readonly pending?: number;
    readonly deadLetters?: number;
  }[];
  readonly timers: readonly { readonly name: string; readonly overdue: number }[];
};
