import { expect, it } from '@jest/globals';
import { WITHHELD, withoutProofs } from './personal.js';

it('shows no hash of what proves who somebody is, wherever it is, and all else', () => {
  const hash = '$argon2id$v=19$m=1024,t=1,p=1$c2FsdA$aGFzaA';
  expect(
    withoutProofs({ receipt: hash, title: 'A $argon2id lamp', parts: [{ of: [hash, 1, null] }] }),
  ).toEqual({
    receipt: WITHHELD,
    title: 'A $argon2id lamp',
    parts: [{ of: [WITHHELD, 1, null] }],
  });
});
