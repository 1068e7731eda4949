/**
 * Why a service could not answer, as it is told over the wire; a rejection is an answer and not among these.
 * `malformed` carries messages by field. After `busy` and `unavailable` the same request may be sent again.
 */
export const FAULTS = ['malformed', 'too-large', 'busy', 'unavailable', 'fault'] as const;
export type FaultCode = (typeof FAULTS)[number];

export type Fault = { readonly code: FaultCode; readonly errors?: object };

export const isFault = (error: unknown): error is Fault =>
  typeof error === 'object' && error !== null && 'code' in error && FAULTS.includes(error.code as FaultCode);
