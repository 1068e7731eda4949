import { describe, expect, it } from '@jest/globals';
import { personId, successorId } from '@redress/contracts/directory/organisation.examples';
import type { PersonId, Sha256 } from '@redress/contracts/values';
import { Throttle, type Tried } from './throttle.js';

const from = (n: number): Sha256 => String(n).padStart(64, '0') as Sha256;
const tried: Tried = { person: personId, source: from(1), device: undefined };
const tries = async (throttle: Throttle, times: number, of: (n: number) => Tried): Promise<number> => {
  let allowed = 0;
  for (let n = 0; n < times; n += 1) if (await throttle.mayTry(of(n))) allowed += 1;
  return allowed;
};

describe('a stranger', () => {
  it('may try five times for one person, and then still for another', async () => {
    const throttle = new Throttle();
    expect(await tries(throttle, 20, () => tried)).toBe(5);
    expect(await throttle.mayTry({ ...tried, person: successorId })).toBe(true);
  });

  it('may try fifty times from one place, whoever it is for', async () => {
    const throttle = new Throttle();
    expect(await tries(throttle, 80, (n) => ({ ...tried, person: String(n) as PersonId }))).toBe(50);
  });

  it('may try a hundred times for one person together with all others', async () => {
    const throttle = new Throttle();
    expect(await tries(throttle, 130, (n) => ({ ...tried, source: from(n) }))).toBe(100);
  });

  it('is not counted when it was right', async () => {
    const throttle = new Throttle();
    for (let n = 0; n < 20; n += 1) {
      expect(await throttle.mayTry(tried)).toBe(true);
      await throttle.succeeded(tried);
    }
  });
});

describe('who is known by the browser', () => {
  const known = { ...tried, device: from(9) };

  it('is not stopped by what strangers do', async () => {
    const throttle = new Throttle();
    await tries(throttle, 130, (n) => ({ ...tried, source: from(n) }));
    expect(await throttle.mayTry(known)).toBe(true);
  });

  it('may try ten times: the browser may be in other hands', async () => {
    expect(await tries(new Throttle(), 20, () => known)).toBe(10);
  });
});
