import { isCommandError, StreamNotFoundError } from '@kurrent/kurrentdb-client';
import { StoreFault } from '@redress/eventsourcing/store-fault';

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

const UNAVAILABLE = 14;

/** There was no connection that anything could have been sent over. */
export const wasNeverSent = (error: unknown): boolean =>
  error instanceof Error &&
  isOfGrpc(error) &&
  error.code === UNAVAILABLE &&
  /No connection established|ECONNREFUSED|Name resolution failed/.test(error.message);

/** For `catch`: nothing when there is no such stream; other errors are thrown again. */
export const orNone = (error: unknown): readonly never[] => {
  if (error instanceof StreamNotFoundError) return [];
  throw asFault(error);
};
