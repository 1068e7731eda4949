import { expect, it } from '@jest/globals';
import { LocalMasterKeys, newMasterKey } from './local-master-keys.js';
import { wrapsKeys } from './master-keys.conformance.js';

const [first, second] = [newMasterKey(), newMasterKey()];
const key = Buffer.from('a key of a person, 32 bytes long');
const of = (...lines: readonly string[]): LocalMasterKeys => new LocalMasterKeys(lines.join('\n'), 'here');

wrapsKeys(
  () => Promise.resolve(of(first)),
  () => Promise.resolve(of(first, '', second)),
);

it('has the last line as the current one', () => {
  expect(of(first, '', second).current).toBe(second.split(' ')[0]);
});

it('unwraps nothing that was wrapped under a key that is gone', async () => {
  const wrapped = await of(first).wrap(key, 'one');
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
