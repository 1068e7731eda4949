import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import type { SecretStore } from './secret-store.js';

export type ExampleKinds = {
  readonly invitation: { readonly isUsed: boolean };
  readonly recovery: Readonly<Record<string, never>>;
  readonly totp: { readonly step: number };
  readonly password: { readonly hash: string };
};
type Store = SecretStore<ExampleKinds>;

export class Time extends Clock {
  at = BEGIN;
  override now(): Instant {
    return this.at;
  }
}

const BEGIN = '2026-03-20T08:00:00.000Z' as Instant;
const later = '2026-03-20T09:00:00.000Z' as Instant;
const [person, other] = [
  '0190a5c4-0000-7000-8000-0000000000a1',
  '0190a5c4-0000-7000-8000-0000000000a2',
] as PersonId[] as [PersonId, PersonId];
const invitation = { id: 'one', person, value: { isUsed: false }, expiresAt: later };

/** What every home of secrets must do. `open` gives two copies of one home that is empty, `close` is called at the end. */
export const keepsSecrets = (
  open: (clock: Clock) => Promise<readonly [Store, Store]>,
  close: () => Promise<void>,
): void => {
  let time: Time;
  let secrets: Store;
  let elsewhere: Store;

  beforeEach(async () => {
    time = new Time();
    [secrets, elsewhere] = await open(time);
  });
  afterEach(close);

  /** What of many attempts, half of them at the other copy, came out as asked. */
  const won = async <Answer>(
    act: (at: Store, n: number) => Promise<Answer>,
    isWon: (answer: Answer) => boolean,
  ) => {
    const all = Array.from({ length: 10 }, (_, n) => act(n % 2 === 0 ? secrets : elsewhere, n));
    return (await Promise.all(all)).filter(isWon);
  };

  describe('a secret', () => {
    it('is one of a kind under one id, until it expires', async () => {
      expect(await secrets.add('invitation', invitation)).toBe(true);
      expect(await elsewhere.add('invitation', { ...invitation, person: other })).toBe(false);
      expect(await elsewhere.find('invitation', 'one')).toEqual(invitation);
      expect(await secrets.find('recovery', 'one')).toBeUndefined();
      time.at = later;
      expect(await secrets.find('invitation', 'one')).toBeUndefined();
      expect(await secrets.ofPerson('invitation', person)).toEqual([]);
      expect(await secrets.take('invitation', 'one')).toBeUndefined();
      const again = { ...invitation, expiresAt: '2026-03-21T00:00:00.000Z' as Instant };
      expect(await elsewhere.add('invitation', again)).toBe(true);
      expect(await secrets.find('invitation', 'one')).toEqual(again);
    });

    it('is kept by one of many who keep it at once', async () => {
      const kept = await won((at) => at.add('invitation', invitation), Boolean);
      expect(kept).toHaveLength(1);
      time.at = later;
      const anew = await won(
        (at) => at.add('invitation', { ...invitation, expiresAt: 'x' as Instant }),
        Boolean,
      );
      expect(anew).toHaveLength(1);
    });

    it('that is taken goes to one of many', async () => {
      await secrets.add('invitation', invitation);
      const taken = await won(
        (at) => at.take('invitation', 'one'),
        (one) => one !== undefined,
      );
      expect(taken).toEqual([invitation]);
    });

    it('is put in the place of whatever was there', async () => {
      await secrets.put('totp', { id: 'a', person, value: { step: 1 } });
      await elsewhere.put('totp', { id: 'a', person: other, value: { step: 2 }, expiresAt: later });
      expect(await secrets.find('totp', 'a')).toEqual({
        ...{ id: 'a', person: other, value: { step: 2 }, expiresAt: later },
      });
      await won((at, step) => at.put('totp', { id: 'b', value: { step } }), Boolean);
      expect((await secrets.find('totp', 'b'))?.value.step).toBeGreaterThanOrEqual(0);
    });

    it('that is used once is used by one of many, and none of what they add is lost', async () => {
      await secrets.add('totp', { id: 'a', person, value: { step: 6 } });
      const used = await won(
        (at) =>
          at.change('totp', 'a', (kept) =>
            kept.value.step < 7 ? { ...kept, value: { step: 7 } } : undefined,
          ),
        Boolean,
      );
      expect(used).toHaveLength(1);
      await won(
        (at) => at.change('totp', 'a', (kept) => ({ ...kept, value: { step: kept.value.step + 1 } })),
        Boolean,
      );
      expect((await elsewhere.find('totp', 'a'))?.value.step).toBe(17);
    });

    it('gets another id with the change, once, and is left when there is nothing to change', async () => {
      await secrets.add('invitation', invitation);
      const moved = await won(
        (at, n) =>
          at.change('invitation', 'one', (kept) => ({
            ...kept,
            id: `other ${String(n)}`,
            value: { isUsed: true },
          })),
        Boolean,
      );
      expect(moved).toHaveLength(1);
      expect(await secrets.find('invitation', 'one')).toBeUndefined();
      const [now, ...more] = await secrets.ofPerson('invitation', person);
      expect([now?.value, now?.expiresAt, more]).toEqual([{ isUsed: true }, later, []]);
      expect(await secrets.change('invitation', now?.id ?? '', () => undefined)).toBe(false);
      expect(await secrets.change('invitation', 'one', (kept) => kept)).toBe(false);
    });

    it('of a person goes with those of its kinds, and what has expired with all that has', async () => {
      await secrets.add('invitation', invitation);
      await secrets.put('recovery', { id: 'b', person, value: {} });
      await secrets.put('recovery', { id: 'a', person, value: {} });
      await secrets.put('recovery', { id: 'of another', person: other, value: {} });
      expect((await elsewhere.ofPerson('recovery', person)).map(({ id }) => id)).toEqual(['a', 'b']);
      expect(await secrets.removeAll(['recovery', 'password'], person)).toBe(2);
      expect(await secrets.find('recovery', 'of another')).toBeDefined();
      time.at = later;
      await Promise.all([secrets.prune(), elsewhere.prune()]);
      time.at = BEGIN;
      expect(await secrets.find('invitation', 'one')).toBeUndefined();
      await secrets.clear('recovery');
      expect(await elsewhere.find('recovery', 'of another')).toBeUndefined();
    });
  });
};
