import { expect, it } from '@jest/globals';
import { cards } from './cards.js';
import { directory } from './directory.js';
import { escalation } from './escalation.js';
import { evidence } from './evidence.js';
import { findings } from './findings.js';
import { general } from './general.js';
import { identity } from './identity.js';
import { inspection } from './inspection.js';
import { intake } from './intake.js';
import { holidayFaults } from './holiday-faults.js';
import { moreTime } from './more-time.js';
import { policy } from './policy.js';
import { publicNotice } from './public-notice.js';
import { rectification } from './rectification.js';
import { reports } from './reports.js';
import { review } from './review.js';
import type { Text } from './text.js';
import { messagesOf, titleOf } from './texts.js';
import { visits } from './visits.js';

const parts: readonly Readonly<Record<string, Text>>[] = [
  general,
  directory,
  identity,
  intake,
  inspection,
  visits,
  reports,
  findings,
  rectification,
  moreTime,
  review,
  publicNotice,
  evidence,
  policy,
  escalation,
  cards,
];
const all = parts.flatMap((texts) => Object.entries(texts));

it('says every reason in English and in Chinese', () => {
  for (const [, { en, zh }] of all) {
    expect(en).toMatch(/^[A-Z][^\p{Script=Han}]+[^.]$/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

it('says the same reason with the same words, whichever service gives it', () => {
  const byReason = new Map(all);
  for (const [reason, text] of all) expect([reason, text]).toEqual([reason, byReason.get(reason)]);
});

it('says what is wrong with each line of a calendar, in English and in Chinese', () => {
  for (const [rule, { en, zh }] of Object.entries(holidayFaults)) {
    const broken = [{ field: 'ical', rule, limits: { line: 17 } }];
    expect(messagesOf(broken, 'en')['ical']).toEqual([{ rule, message: `ical, line 17: ${en}` }]);
    expect(messagesOf(broken, 'zh')['ical']).toEqual([{ rule, message: `ical 第 17 行：${zh}` }]);
    expect(zh).toMatch(/\p{Script=Han}/u);
  }
});

it('names what a problem is', () => {
  expect(titleOf('not-found')).toEqual(general['not-found']);
});

it('names the field and the rule, each field once', () => {
  const broken = [
    { field: 'title', rule: 'isLength', limits: { most: 200 } },
    { field: 'measures.0.due', rule: 'date', limits: {} },
    { field: 'title', rule: 'whitelistValidation', limits: {} },
  ];
  expect(messagesOf(broken, 'en')).toEqual({
    title: [
      { rule: 'isLength', message: 'title must have 1 to 200 characters' },
      { rule: 'whitelistValidation', message: 'title is not a field of this request' },
    ],
    'measures.0.due': [{ rule: 'date', message: 'measures.0.due must be a calendar day, like 2026-03-31' }],
  });
  expect(messagesOf([{ field: '$&', rule: 'isBoolean', limits: {} }], 'en')['$&']?.[0]?.message).toBe(
    '$& must be true or false',
  );
  expect(messagesOf(broken, 'zh')['title']?.[0]?.message).toBe('title 须为 1 至 200 个字符');
});
