import {
  isCommandError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamNotFoundError,
} from '@kurrent/kurrentdb-client';
import { StoreFault } from '@redress/eventsourcing/store-fault';

/** Nobody answered in time. */
export class NoAnswer extends StoreFault {
  override readonly name: string = 'NoAnswer';
}

/** It did not come to its turn in time, since nobody answered those before it. */
export class NotSent extends NoAnswer {
  override readonly name = 'NotSent';

  constructor(options?: ErrorOptions) {
    super('KurrentDB: not sent, since others before it are not answered', options);
  }
}

/** Of some calls the client gives the error of gRPC as it is, with a number for a code. */
const isOfGrpc = (error: Error): error is Error & { readonly code: number } =>
  'code' in error && typeof error.code === 'number' && 'details' in error;

/** An error of the client in words for who runs the service, without what the client quotes; any other as it is. */
export const asFault = (error: unknown): Error => {
  if (!(error instanceof Error)) return new StoreFault('KurrentDB: failed', { cause: error });
  if (isCommandError(error)) return new StoreFault(`KurrentDB: ${error.type}`, { cause: error });
  if (isOfGrpc(error)) return new StoreFault(`KurrentDB: gRPC ${String(error.code)}`, { cause: error });
  return error;
};

/** Another node leads, and the client knows which. */
export const isElsewhere = (error: unknown): boolean =>
  error instanceof NotLeaderError || (error instanceof StoreFault && error.cause instanceof NotLeaderError);

/** What the server says when it did nothing, and will not do anything later: asking again is of no use. */
const REFUSALS: readonly string[] = [
  'access-denied',
  'invalid-argument',
  'stream-deleted',
  'stream-tombstoned',
];

/** Some answers to an append the client does not know; it says what they are called. */
const NOT_KNOWN = 'Could not recognize ';
export const isNotKnown = (error: Error): boolean => error.message.startsWith(NOT_KNOWN);
const isCalled = (error: Error, name: string): boolean => error.message === `${NOT_KNOWN}${name}`;

export const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  isCommandError(error) &&
  (REFUSALS.includes(error.type) || isCalled(error, 'BadRequest') || isTooLarge(error));

/** The append is more than the server takes at once, or an event is. */
export const isTooLarge = (error: unknown): boolean =>
  error instanceof MaxAppendSizeExceededError ||
  (error instanceof Error && isCalled(error, 'MaximumAppendEventSizeExceeded'));

const UNAVAILABLE = 14;

/** It did not come to its turn, or there was no connection that anything could have been sent over. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof NotSent ||
  (error instanceof Error &&
    isOfGrpc(error) &&
    error.code === UNAVAILABLE &&
    /No connection established|ECONNREFUSED|Name resolution failed/.test(error.message));

/** For `catch`: nothing when there is no such stream; other errors are thrown again. */
export const orNone = (error: unknown): readonly never[] => {
  if (error instanceof StreamNotFoundError) return [];
  throw asFault(error);
};
