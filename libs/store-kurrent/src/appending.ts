import { setTimeout as pause } from 'node:timers/promises';
import {
  type AppendResult,
  type EventData,
  isCommandError,
  MaxAppendSizeExceededError,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { OutcomeUnknown, StoreFault } from '@redress/eventsourcing/store-fault';
import type { Connection } from './connection.js';
import { asFault, wasNeverSent } from './faults.js';

export type Appended = 'conflict' | 'too-large' | AppendResult;

/** What the server says when it did nothing, and will not do anything later: asking again is of no use. */
const REFUSALS: readonly string[] = [
  'access-denied',
  'invalid-argument',
  'stream-deleted',
  'stream-tombstoned',
];

const LONGEST_PAUSE_MS = 1_000;

/**
 * Appends, and when nothing is known of what became of it, once more with the same ids and the same expected revision: the
 * server knows events that it has, and a revision that is past refuses those it has not.
 * @throws OutcomeUnknown, or StoreFault when the events are not in the log and will not be
 */
export const append = async (
  connection: Connection,
  stream: string,
  events: readonly EventData[],
  expected: number,
): Promise<Appended> => {
  const { appendMs, callMs } = connection.patience;
  const giveUpAt = performance.now() + appendMs;
  const streamState = expected === -1 ? NO_STREAM : BigInt(expected);
  let mayBeThere = false;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      // The option is streamState. An expectedRevision would be passed over without a word.
      return await connection.call((client) =>
        client.appendToStream(stream, [...events], { streamState, requiresLeader: true, deadline: callMs }),
      );
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return 'conflict';
      if (error instanceof MaxAppendSizeExceededError) return 'too-large';
      if (error instanceof Error && isCommandError(error) && REFUSALS.includes(error.type))
        throw asFault(error);
      if (connection.closed.aborted) throw unknown(stream, error);
      mayBeThere ||= !wasNeverSent(error);
      if (performance.now() + pauseMs >= giveUpAt) {
        if (mayBeThere) throw unknown(stream, error);
        throw new StoreFault('KurrentDB: nobody is there; nothing was appended', { cause: error });
      }
      await pause(pauseMs);
    }
  }
};

const unknown = (stream: string, cause: unknown): OutcomeUnknown =>
  new OutcomeUnknown(`KurrentDB: it is not known whether events were appended to ${stream}`, { cause });
