import type { Operation } from './document.js';

/** Which operations were answered with which statuses, and how often. */
export class Coverage {
  private readonly counts = new Map<string, Map<number, number>>();

  add(operation: string, status: number): void {
    const statuses = this.counts.get(operation) ?? new Map<number, number>();
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    this.counts.set(operation, statuses);
  }

  get requests(): number {
    return [...this.counts.values()].reduce(
      (sum, statuses) => sum + [...statuses.values()].reduce((all, times) => all + times, 0),
      0,
    );
  }

  neverDone(operations: readonly Operation[]): readonly string[] {
    const isDone = ({ id }: Operation): boolean =>
      [...(this.counts.get(id)?.keys() ?? [])].some((status) => status < 400);
    return operations.filter((operation) => !isDone(operation)).map(({ id }) => id);
  }

  table(operations: readonly Operation[]): string {
    const lines = operations.map(({ id }) => {
      const statuses = [...(this.counts.get(id) ?? [])].sort(([a], [b]) => a - b);
      return `${id.padEnd(28)} ${statuses.map(([status, times]) => `${String(status)} × ${String(times)}`).join(', ')}`;
    });
    return lines.join('\n');
  }
}
