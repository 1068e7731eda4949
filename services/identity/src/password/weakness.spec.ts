import { expect, it } from '@jest/globals';
import { weaknessOf } from './weakness.js';

it.each([
  ['password-too-short', 'elevenchars'],
  ['password-too-short', '十一个汉字的密码太短了'],
  ['password-too-simple', 'aaaabbbbccccdddd'],
  ['password-too-simple', '12341234123412341234'],
  ['password-too-simple', '123456789012'],
  ['password-too-simple', '987654321098'],
  ['password-too-simple', 'abcdefghijklmnop'],
  ['password-too-simple', 'ponmlkjihgfe'],
  [undefined, 'twelve chars'],
  [undefined, '十二个汉字的密码长短正好的'],
  [undefined, 'abcdeabcdeab'],
  [undefined, '1234567890ab'],
])('says %s of %s', (weakness, password) => {
  expect(weaknessOf(password)).toBe(weakness);
});
