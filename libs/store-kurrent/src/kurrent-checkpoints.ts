import { ANY, BACKWARDS, END, jsonEvent } from '@kurrent/kurrentdb-client';
import { type Position, START } from '@redress/contracts/values';
import { Checkpoints } from '@redress/eventsourcing/checkpoints';
import { DEADLINE_MS } from './appending.js';
import type { Connection } from './connection.js';
import { asFault, orNone } from './faults.js';
import { Names } from './names.js';

const OPTIONS = { requiresLeader: true, deadline: DEADLINE_MS } as const;

/** Checkpoints beside the streams of a service, each a stream of which the server keeps the last event. */
export class KurrentCheckpoints extends Checkpoints {
  private readonly names: Names;
  private readonly limited = new Set<string>();

  constructor(
    private readonly connection: Connection,
    namespace: string,
  ) {
    super();
    this.names = new Names(namespace);
  }

  override async positionOf(name: string): Promise<Position> {
    const options = { direction: BACKWARDS, fromRevision: END, maxCount: 1 } as const;
    const [last] = await this.connection
      .list((client, asking) => client.readStream(this.names.checkpoint(name), { ...asking, ...options }))
      .catch(orNone);
    return (last?.event?.data as { readonly position: Position } | undefined)?.position ?? START;
  }

  override async note(name: string, position: Position): Promise<void> {
    const stream = this.names.checkpoint(name);
    const event = jsonEvent({ type: 'CheckpointNoted', data: { position } });
    try {
      await this.connection.call((client) =>
        client.appendToStream(stream, event, { ...OPTIONS, streamState: ANY }),
      );
      if (this.limited.has(name)) return;
      await this.connection.call((client) => client.setStreamMetadata(stream, { maxCount: 1 }, OPTIONS));
      this.limited.add(name);
    } catch (error) {
      throw asFault(error);
    }
  }
}
