import type { KeyObject } from 'node:crypto';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { type DataKey, KeyRing } from './key-ring.js';

type Kept<Key> = { readonly key: Key; readonly until: number };

/** So many at most; then those that were asked for first are asked for again. */
const MOST = 50_000;

/** Remembers keys for a while, so that not every event asks for them. What was erased stays erased, and is not asked again. */
export class CachedKeys extends KeyRing {
  private forgotten = 0;
  private readonly sealing = new Map<PersonId, Kept<DataKey | 'erased'>>();
  private readonly opening = new Map<KeyId, Kept<KeyObject | 'erased'>>();

  constructor(
    private readonly keys: KeyRing,
    private readonly lifeMs: number,
    private readonly now: () => number = Date.now,
  ) {
    super();
  }

  override toSeal(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, DataKey | 'erased'>> {
    return this.remembering(this.sealing, persons, (unknown) => this.keys.toSeal(unknown));
  }

  override toOpen(ids: readonly KeyId[]): Promise<ReadonlyMap<KeyId, KeyObject | 'erased'>> {
    return this.remembering(this.opening, ids, (unknown) => this.keys.toOpen(unknown));
  }

  /** All of them: what was erased just now must not be opened once more. */
  forget(): void {
    // Nor may what was asked for before be remembered after.
    this.forgotten += 1;
    this.sealing.clear();
    this.opening.clear();
  }

  private async remembering<Id, Key>(
    kept: Map<Id, Kept<Key>>,
    ids: readonly Id[],
    ask: (unknown: readonly Id[]) => Promise<ReadonlyMap<Id, Key>>,
  ): Promise<ReadonlyMap<Id, Key>> {
    const now = this.now();
    const found = new Map<Id, Key>();
    for (const id of ids) {
      const one = kept.get(id);
      if (one && one.until > now) found.set(id, one.key);
    }
    const unknown = ids.filter((id) => !found.has(id));
    if (unknown.length === 0) return found;
    const { forgotten } = this;
    const answer = await ask(unknown);
    for (const [id, key] of answer) {
      found.set(id, key);
      if (forgotten !== this.forgotten) continue;
      kept.delete(id);
      kept.set(id, { key, until: key === 'erased' ? Infinity : now + this.lifeMs });
    }
    for (const oldest of kept.keys())
      if (kept.size > MOST) kept.delete(oldest);
      else break;
    return found;
  }
}
