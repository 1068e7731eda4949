import { expect, it } from '@jest/globals';
import { languageOf } from './text.js';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['fr', 'en'],
  ['*', 'en'],
  ['zh', 'zh'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  ['ZH-Hant-TW', 'zh'],
  ['en-GB, zh;q=0.5', 'en'],
  ['en;q=0.1, zh;q=0.2', 'zh'],
  ['fr, zh;q=0.3', 'zh'],
  ['zh;q=0, en', 'en'],
  ['zh;q=much', 'en'],
])('%p is answered in %p', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
