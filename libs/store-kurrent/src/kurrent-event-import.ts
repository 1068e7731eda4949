import type { Recorded } from '@redress/contracts/event';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { append } from './appending.js';
import type { Connection } from './connection.js';
import { Names } from './names.js';
import { eventDataOf } from './stored.js';

/** How much goes to the server in one append, in bytes; it takes a mebibyte. One event may be more. */
const MOST_BYTES = 500_000;
const MOST_EVENTS = 500;

/**
 * Takes into KurrentDB what another store recorded, as it is: ids, revisions, times and order stay, positions are those of the
 * server. Nobody else writes to these streams meanwhile. One append after the other, since the server promises an
 * order only for what it has answered; what follows in the same stream goes together.
 */
export class KurrentEventImport {
  private readonly names: Names;

  constructor(
    private readonly connection: Connection,
    namespace: string,
  ) {
    this.names = new Names(namespace);
  }

  /** @throws StoreFault when a stream does not go on with them, or the server cannot be asked. */
  async add(events: readonly Recorded[]): Promise<void> {
    for (const run of runsOf(events)) await this.addRun(run);
  }

  private async addRun(run: readonly Recorded[]): Promise<void> {
    const [first] = run;
    if (!first) return;
    const data = run.map(({ stream: _, revision: __, position: ___, recordedAt, ...event }) =>
      eventDataOf(event, recordedAt),
    );
    const name = this.names.stream(first.stream);
    const appended = await append(this.connection, name, data, first.revision - 1);
    if (appended === 'too-large') throw new StoreFault(`KurrentDB: an event of ${first.stream} is too large`);
    if (appended === 'conflict')
      throw new StoreFault(
        `KurrentDB: ${first.stream} is not at revision ${String(first.revision - 1)}, where it should go on`,
      );
  }
}

/** Events that follow one another in one stream. */
function* runsOf(events: readonly Recorded[]): Iterable<readonly Recorded[]> {
  let run: Recorded[] = [];
  let size = 0;
  for (const event of events) {
    const length = Buffer.byteLength(JSON.stringify(event));
    const last = run.at(-1);
    if (last && (last.stream !== event.stream || run.length >= MOST_EVENTS || size + length > MOST_BYTES)) {
      yield run;
      [run, size] = [[], 0];
    }
    run.push(event);
    size += length;
  }
  if (run.length > 0) yield run;
}
