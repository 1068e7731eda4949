import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import { BOOK, policyBook } from './book.js';
import { DEFAULT_POLICY } from './default-policy.js';

const words = (list: readonly { readonly name: string; readonly en: string; readonly zh: string }[]) =>
  list.map(({ name, en, zh }) => `${name}: ${en}, ${zh}`);

it('until others are adopted, tasks and severities have the words of the regulation, in both languages', () => {
  expect(words(DEFAULT_POLICY.taskTypes)).toEqual([
    'immediate: Immediate, 立行立改',
    'time-bound: Time-bound, 限期整改',
    'ongoing: Ongoing, 长期坚持',
  ]);
  expect(words(DEFAULT_POLICY.severities)).toEqual([
    'minor: Minor, 轻微',
    'ordinary: Ordinary, 一般',
    'serious: Serious, 严重',
  ]);
});

it('all that is adopted is in one stream, whose name is for ever', () => {
  expect(streamOf(policyBook, BOOK)).toBe('policy-book');
});
