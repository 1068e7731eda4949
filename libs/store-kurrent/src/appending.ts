import { setTimeout as pause } from 'node:timers/promises';
import {
  type AppendResult,
  type EventData,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { OutcomeUnknown, StoreFault } from '@redress/eventsourcing/store-fault';
import type { Connection } from './connection.js';
import { asFault, isElsewhere, isRefusal, isTooLarge, wasNeverSent } from './faults.js';

export type Appended = 'conflict' | 'too-large' | AppendResult;

/**
 * Until when the server may carry it out, which it takes its own clock to know: one that is a little ahead would do nothing.
 * It has limits of its own; how long the answer is waited for is said here.
 */
export const DEADLINE_MS = 24 * 3_600_000;

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
  const { appendMs } = connection.patience;
  const giveUpAt = performance.now() + appendMs;
  const streamState = expected === -1 ? NO_STREAM : BigInt(expected);
  let mayBeThere = false;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      // The option is streamState. An expectedRevision would be passed over without a word.
      const appended = await connection.call((client) =>
        client.appendToStream(stream, [...events], {
          streamState,
          requiresLeader: true,
          deadline: DEADLINE_MS,
        }),
      );
      // With `throwOnAppendFailure=false` in the URL, a conflict is no error.
      return appended.success ? appended : 'conflict';
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return 'conflict';
      if (isTooLarge(error)) return 'too-large';
      if (isRefusal(error)) throw mayBeThere ? unknown(stream, error) : asFault(error);
      if (connection.closed.aborted) throw unknown(stream, error);
      mayBeThere ||= !wasNeverSent(error) && !isElsewhere(error);
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
