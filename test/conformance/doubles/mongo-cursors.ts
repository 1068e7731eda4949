import { CODE, CommandFailed } from './mongo-failed.js';
import type { Doc } from './mongo-matching.js';

/** How many documents come at first unless another number is asked for; then as many as are left. */
const FIRST = 101;

type Open = {
  readonly place: string;
  readonly rest: readonly Doc[];
  readonly session: string;
  isKilled: boolean;
};

export const sessionOf = (command: Doc): string => {
  const { id } = (command['lsid'] ?? {}) as { readonly id?: { toString(as: 'hex'): string } };
  return id?.toString('hex') ?? '';
};

/** What is found is handed over in parts, as long as its collection is there and to the session that asked. */
export class MongoCursors {
  private readonly open = new Map<number, Open>();
  private last = 0;

  first(place: string, found: readonly Doc[], command: Doc): Doc {
    const { batchSize } = (command['cursor'] ?? command) as { readonly batchSize?: number };
    const size = batchSize ?? FIRST;
    const firstBatch = found.slice(0, size);
    const isAll = found.length <= size || command['singleBatch'] === true;
    return {
      cursor: { id: isAll ? 0n : this.keep(place, found.slice(size), command), ns: place, firstBatch },
    };
  }

  next(id: number, command: Doc): Doc {
    const cursor = this.open.get(id);
    if (!cursor) throw new CommandFailed(CODE.CursorNotFound, `cursor id ${String(id)} not found`);
    if (cursor.session !== sessionOf(command))
      throw new CommandFailed(CODE.OtherSession, 'the cursor was created in another session');
    this.open.delete(id);
    if (cursor.isKilled) throw new CommandFailed(CODE.QueryPlanKilled, 'collection dropped');
    const size = (command['batchSize'] as number | undefined) ?? cursor.rest.length;
    const rest = cursor.rest.slice(size);
    const nextBatch = cursor.rest.slice(0, size);
    return {
      cursor: {
        id: rest.length > 0 ? this.keep(cursor.place, rest, command) : 0n,
        ns: cursor.place,
        nextBatch,
      },
    };
  }

  kill(ids: readonly unknown[]): void {
    for (const id of ids) this.open.delete(Number(id));
  }

  dropped(isDropped: (place: string) => boolean): void {
    for (const cursor of this.open.values()) cursor.isKilled ||= isDropped(cursor.place);
  }

  private keep(place: string, rest: readonly Doc[], command: Doc): bigint {
    this.last += 1;
    this.open.set(this.last, { place, rest, session: sessionOf(command), isKilled: false });
    return BigInt(this.last);
  }
}
