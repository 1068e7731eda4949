/** A key of a person under a master key. */
export type Wrapped = {
  /** Which master key. */
  readonly master: string;
  readonly bytes: Uint8Array;
};

/**
 * The port to the keys under which those of people are kept: a file, the environment, or a service that never gives them
 * away. One of them is the current one; the others still unwrap what they wrapped.
 */
export abstract class MasterKeys {
  abstract readonly current: string;
  /** Under the current one. What it is bound to has to be said again to unwrap it. */
  abstract wrap(key: Uint8Array, boundTo: string): Promise<Wrapped>;
  /** @throws Error when it was wrapped under a key that is not there, was changed, or is bound to something else. */
  abstract unwrap(wrapped: Wrapped, boundTo: string): Promise<Uint8Array>;
}
