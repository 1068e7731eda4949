import { BACKWARDS, END } from '@kurrent/kurrentdb-client';
import { type Position, START } from '@redress/contracts/values';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { Connection } from './connection.js';
import { asFault } from './faults.js';
import type { Names } from './names.js';
import { later, positionAt } from './positions.js';
import { beginningWith, endOf, stretchAfter } from './stretch.js';

/** So many new events are looked at one by one; when there are more, the last of them is near the end. */
const FEW = 500;

/** How often it is noted how far was looked, so that the next process need not look from the start. */
const NOTE_EVERY_MS = 60_000;

/**
 * Where the last event of a service stands in a log that it shares with others. The server does not know; to look for it
 * from the end is long where a service writes seldom, so it is looked for from where it was last looked.
 */
export class Head {
  private last: Position | undefined;
  private lookedUpTo = START;
  private notedAt = 0;

  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
    private readonly checkpoints: Checkpoints,
  ) {}

  async position(): Promise<Position> {
    if (this.last === undefined) {
      const lookedUpTo = await this.checkpoints.positionOf('looked-up-to');
      this.saw(await this.checkpoints.positionOf('last'), lookedUpTo);
    }
    const end = await endOf(this.connection);
    while (this.lookedUpTo < end) {
      const { events, upTo } = await stretchAfter(this.connection, this.names, this.lookedUpTo, [''], FEW);
      this.saw(events.at(-1)?.position ?? START, upTo);
      if (events.length === FEW) this.saw(await this.lastFromTheEnd(), end);
    }
    this.note();
    return this.last ?? START;
  }

  private saw(last: Position, upTo: Position): void {
    this.last = later(this.last ?? START, last);
    this.lookedUpTo = later(this.lookedUpTo, upTo);
  }

  private async lastFromTheEnd(): Promise<Position> {
    const filter = beginningWith(this.names, ['']);
    const [last] = await this.connection
      .list((client, asking) =>
        client.readAll({ ...asking, direction: BACKWARDS, fromPosition: END, maxCount: 1, filter }),
      )
      .catch((error: unknown) => {
        throw asFault(error);
      });
    return last?.event ? positionAt(last.event.position) : START;
  }

  /** In this order: what was found must not be behind how far was looked. To miss it costs a longer look, no more. */
  private note(): void {
    const { last, lookedUpTo } = this;
    if (last === undefined || last === START || performance.now() - this.notedAt < NOTE_EVERY_MS) return;
    this.notedAt = performance.now();
    this.checkpoints
      .note('last', last)
      .then(() => this.checkpoints.note('looked-up-to', lookedUpTo))
      .catch(() => undefined);
  }
}
