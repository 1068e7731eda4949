/** What a server answers instead, with a number of its own. */
export class CommandFailed extends Error {
  constructor(
    readonly code: number,
    message: string,
    readonly labels: readonly string[] = [],
  ) {
    super(message);
  }
}

export const TRANSIENT = 'TransientTransactionError';
export const RETRYABLE = 'RetryableWriteError';

/** Names of servers for what the double answers. */
export const CODE = {
  BadValue: 2,
  FailedToParse: 9,
  Unauthorized: 13,
  InvalidLength: 16,
  AuthenticationFailed: 18,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  InvalidIdField: 53,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  CannotIndexParallelArrays: 171,
  QueryPlanKilled: 175,
  InvalidIndexSpecificationOption: 197,
  TransactionTooOld: 225,
  SnapshotUnavailable: 246,
  NoSuchTransaction: 251,
  OperationNotSupportedInTransaction: 263,
  NotWritablePrimary: 10_107,
  TooLarge: 10_334,
  DuplicateKey: 11_000,
  InterruptedDueToReplStateChange: 11_602,
  UnknownField: 40_415,
  OtherSession: 50_738,
} as const;
