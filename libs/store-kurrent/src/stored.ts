import {
  type AllStreamRecordedEvent,
  type EventData,
  jsonEvent,
  type RecordedEvent,
} from '@kurrent/kurrentdb-client';
import { asKept } from '@redress/contracts/anonymity';
import type { JsonObject, NewEvent, Recorded } from '@redress/contracts/event';
import type { CaseId, Instant, MessageId } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { EventTooLarge, MAX_EVENT_BYTES } from '@redress/eventsourcing/event-store';
import type { Names } from './names.js';
import { isKnown, positionAt } from './positions.js';

/** What stands beside the data of an event: all else that it has. KurrentDB knows the two with a dollar as what they are. */
type Metadata = Omit<NewEvent, 'id' | 'type' | 'data' | 'correlationId' | 'causationId'> & {
  readonly $correlationId: CaseId;
  readonly $causationId: MessageId;
  /**
   * By the clock of the writer, and not before any event that it knew. What the server says besides, a read has in seconds and
   * a subscription in milliseconds.
   */
  readonly recordedAt: Instant;
};

const LONGEST_POSITION = '0'.repeat(20);

export const eventDataOf = (event: NewEvent, recordedAt: Instant): EventData => {
  const { id, type, data, correlationId, causationId, ...rest } = event;
  const metadata: Metadata = {
    ...rest,
    $correlationId: correlationId,
    $causationId: causationId,
    recordedAt: asKept(recordedAt, event.actor),
  };
  return jsonEvent({ id, type, data, metadata });
};

/** @throws EventTooLarge */
export const checkSize = (event: NewEvent, stream: string, revision: number): void => {
  const recordedAt = new Date(0).toISOString();
  const text = JSON.stringify({ ...event, stream, revision, position: LONGEST_POSITION, recordedAt });
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_EVENT_BYTES) throw new EventTooLarge(event.type, bytes);
};

/**
 * An event as the service knows it.
 * @throws StoreFault when somebody else wrote it, or the server does not say where it stands.
 */
export const recordedFrom = (
  names: Names,
  { streamId, revision, id, type, data, metadata, position }: RecordedEvent | AllStreamRecordedEvent,
): Recorded => {
  const { $correlationId, $causationId, ...rest } = (metadata ?? {}) as Partial<Metadata>;
  if (rest.version === undefined || rest.recordedAt === undefined || !$correlationId || !$causationId)
    throw new StoreFault(`KurrentDB: event ${String(revision)} of ${streamId} was not written by a service`);
  if (!isKnown(position))
    throw new StoreFault('KurrentDB: the server does not say where events stand; it is too old');
  return {
    ...(rest as Omit<Metadata, '$correlationId' | '$causationId'>),
    id: id as MessageId,
    type,
    data: data as JsonObject,
    correlationId: $correlationId,
    causationId: $causationId,
    stream: names.short(streamId),
    revision: Number(revision),
    position: positionAt(position),
  };
};
