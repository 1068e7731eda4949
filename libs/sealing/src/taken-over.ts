import type { LocalMasterKeys } from './local-master-keys.js';
import { MasterKeys, type Wrapped } from './master-keys.js';
import type { TransitMasterKeys } from './transit-master-keys.js';

/** Keys of the transit engine, beside those of a file that wrapped what was there before: the way from one to the other. */
export class TakenOver extends MasterKeys {
  constructor(
    private readonly transit: TransitMasterKeys,
    private readonly before: LocalMasterKeys,
  ) {
    super();
  }

  get current(): string {
    return this.transit.current;
  }

  override wrap(key: Uint8Array, boundTo: string): Promise<Wrapped> {
    return this.transit.wrap(key, boundTo);
  }

  override unwrap(wrapped: Wrapped, boundTo: string): Promise<Uint8Array> {
    return (this.transit.wrapped(wrapped) ? this.transit : this.before).unwrap(wrapped, boundTo);
  }
}
