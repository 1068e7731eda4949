import { expect, it } from '@jest/globals';
import { Crowded, Passwords } from './passwords.js';

const passwords = new Passwords();

it('knows a password again by its hash, which is of the recommended cost and another each time', async () => {
  const [one, two] = [await passwords.hashOf('correct horse'), await passwords.hashOf('correct horse')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await passwords.isOf(one, 'correct horse')).toBe(true);
  expect(await passwords.isOf(one, 'wrong horse')).toBe(false);
});

it('takes a password for the same however its letters were typed', async () => {
  const composed = 'caf\u00e9 au lait';
  expect(await passwords.isOf(await passwords.hashOf(composed), 'cafe\u0301 au lait')).toBe(true);
});

it('knows nobody by a password when there is no hash, not even by the one that it compares with then', async () => {
  expect(await passwords.isOf(undefined, 'the password of nobody')).toBe(false);
});

it('knows a hash of another cost', async () => {
  expect(passwords.isOutdated(await passwords.hashOf('correct horse'))).toBe(false);
  expect(passwords.isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHQ$aGFzaA')).toBe(true);
});

it('lets a hundred wait, and sends away who comes then', async () => {
  const crowded = new Passwords();
  const all = Array.from({ length: 110 }, () =>
    crowded.isOf(undefined, 'guess').catch((error: unknown) => error),
  );
  const answers = await Promise.all(all);
  expect(answers.filter((answer) => answer instanceof Crowded).length).toBe(6);
});
