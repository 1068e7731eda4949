import { expect, it } from '@jest/globals';
import type { MasterKeys } from './master-keys.js';

const key = Buffer.from('a key of a person, 32 bytes long');

/** What every home of master keys must do; `renewed` makes one with another key that is current from then on. */
export const wrapsKeys = (
  made: () => Promise<MasterKeys>,
  renewed: (before: MasterKeys) => Promise<MasterKeys>,
): void => {
  it('unwraps what it wrapped, which shows nothing of it and is another thing each time', async () => {
    const masters = await made();
    const [one, again] = [await masters.wrap(key, 'one'), await masters.wrap(key, 'one')];
    expect(Buffer.from(one.bytes).includes(key)).toBe(false);
    expect(Buffer.from(one.bytes).includes(key.toString('base64'))).toBe(false);
    expect(one.bytes).not.toEqual(again.bytes);
    expect(one.master).toBe(masters.current);
    expect(Buffer.from(await masters.unwrap(one, 'one'))).toEqual(key);
  });

  it('unwraps nothing that is bound to something else, or that was changed', async () => {
    const masters = await made();
    const wrapped = await masters.wrap(key, 'one');
    await expect(masters.unwrap(wrapped, 'other')).rejects.toThrow();
    const bytes = Buffer.from(wrapped.bytes);
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    await expect(masters.unwrap({ ...wrapped, bytes }, 'one')).rejects.toThrow();
  });

  it('wraps under the new key once there is one, and still unwraps what is under the old one', async () => {
    const before = await made();
    const wrapped = await before.wrap(key, 'one');
    const after = await renewed(before);
    expect(after.current).not.toBe(wrapped.master);
    expect(Buffer.from(await after.unwrap(wrapped, 'one'))).toEqual(key);
    expect((await after.wrap(key, 'one')).master).toBe(after.current);
  });

  it('does as many at once as anybody likes, each by itself', async () => {
    const masters = await made();
    const keys = Array.from({ length: 600 }, (_, index) => Buffer.alloc(32, index));
    const wrapped = await Promise.all(keys.map((one, index) => masters.wrap(one, String(index))));
    const results = await Promise.allSettled(
      wrapped.map((one, index) => masters.unwrap(one, index === 7 ? 'another' : String(index))),
    );
    for (const [index, result] of results.entries())
      if (index === 7) expect(result.status).toBe('rejected');
      else expect(result).toEqual({ status: 'fulfilled', value: expect.anything() });
    const opened = results.map((result) =>
      result.status === 'fulfilled' ? Buffer.from(result.value) : undefined,
    );
    expect(opened).toEqual(keys.map((one, index) => (index === 7 ? undefined : one)));
  });
};
