import { expect, it } from '@jest/globals';
import { LocalMasterKeys, newMasterKey } from './local-master-keys.js';

const [first, second] = [newMasterKey(), newMasterKey()];
const key = Buffer.from('a key of a person, 32 bytes long');
const of = (...lines: readonly string[]): LocalMasterKeys => new LocalMasterKeys(lines.join('\n'), 'here');

it('unwraps what it wrapped, and after another key was added as well', async () => {
  const wrapped = await of(first).wrap(key, 'one');
  expect(Buffer.from(wrapped.bytes).includes(key)).toBe(false);
  expect(await of(first).unwrap(wrapped, 'one')).toEqual(key);
  const both = of(first, '', second);
  expect(await both.unwrap(wrapped, 'one')).toEqual(key);
  expect((await both.wrap(key, 'one')).master).toBe(both.current);
  expect(both.current).toBe(second.split(' ')[0]);
});

it('unwraps nothing that is bound to something else, or was wrapped under a key that is gone', async () => {
  const wrapped = await of(first).wrap(key, 'one');
  await expect(of(first).unwrap(wrapped, 'other')).rejects.toThrow();
  await expect(of(second).unwrap(wrapped, 'one')).rejects.toThrow('is not there');
});

it.each([
  ['nothing', ''],
  ['no key', 'name'],
  ['a short key', `name ${Buffer.alloc(31).toString('base64')}`],
  ['two keys of one name', `${first}\n${first}`],
])('refuses %s, without quoting it', (_, lines) => {
  expect(() => of(lines)).toThrow(/^here/);
  expect(() => of(first, 'half of a key')).toThrow('line 2');
});
