/** Where events or rows are kept cannot be used as it is: the message says where, and why. It may be tried again. */
export class StoreFault extends Error {
  override readonly name: string = 'StoreFault';
}

/**
 * Nobody answered in time, and what was sent may have been done or may yet be. The same once more, under the same ids, finds
 * out.
 */
export class OutcomeUnknown extends StoreFault {
  override readonly name = 'OutcomeUnknown';
}
