import { expect, it } from '@jest/globals';
import {
  hoursStudied,
  minutesKept,
  ofTheRegister,
  whatElse,
  whoLeads,
} from '@redress/contracts/inspection/checklist.examples';
import type { ItemAnswer } from '@redress/contracts/inspection/fill-in-visit';
import { attachFile } from '@redress/contracts/rectification/evidence.examples';
import { resultOf } from './result-of.js';

const all = [minutesKept, hoursStudied, whoLeads, whatElse, ofTheRegister];
const files = [attachFile.file];
const most = {
  ...hoursStudied,
  threshold: { ...hoursStudied.threshold, measure: minutesKept.text, most: 60 },
};

it.each<[string, (typeof all)[number], ItemAnswer, string | undefined]>([
  ['a judgement', minutesKept, { judgement: 'passes' }, 'passes'],
  ['a judgement against', minutesKept, { judgement: 'fails' }, 'fails'],
  ['a number on the threshold', hoursStudied, { number: 40 }, 'passes'],
  ['a number below it', hoursStudied, { number: 39.9 }, 'fails'],
  ['a number on the highest', most, { number: 60 }, 'passes'],
  ['a number above it', most, { number: 60.5 }, 'fails'],
  ['a choice', whoLeads, { choice: 'head' }, 'passes'],
  ['a choice against', whoLeads, { choice: 'nobody' }, 'fails'],
  ['a choice that there is not', whoLeads, { choice: 'else' }, undefined],
  ['a text', whatElse, { text: 'Dust' }, 'noted'],
  ['a judgement of a number', hoursStudied, { judgement: 'passes' }, undefined],
  ['a number for a judgement', minutesKept, { number: 1 }, undefined],
  ['two answers at once', minutesKept, { judgement: 'passes', text: 'Fine' }, undefined],
  ['a text for a photo', ofTheRegister, { text: 'A photo' }, undefined],
  ['nothing', minutesKept, {}, undefined],
])('%s', (_, item, answer, result) => {
  expect(resultOf(item, { answer })).toBe(result);
});

it('of a photo it is the file', () => {
  expect(resultOf(ofTheRegister, { answer: {}, files })).toBe('noted');
  expect(resultOf(ofTheRegister, { answer: {} })).toBeUndefined();
});

it('of every kind it may be said that it does not apply, or was left out', () => {
  for (const item of all) {
    expect(resultOf(item, { answer: { judgement: 'does-not-apply' } })).toBe('does-not-apply');
    expect(resultOf(item, { answer: { leftOut: 'Locked' } })).toBe('left-out');
  }
});
