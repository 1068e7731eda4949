import { inspector, leadUnit } from '../rectification/people.examples.js';
import type { PracticeId } from '../values.js';
import type { NoteGoodPractice, WithdrawGoodPractice } from './good-practice.js';
import type { PracticeEvent } from './practice.events.js';
import { roundId } from './round.examples.js';
import { check, visitId } from './visit.examples.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const practiceId = '0190a5c4-6666-7aaa-8aaa-0000000000c1' as PracticeId;
export const otherPractice = '0190a5c4-6666-7aaa-8aaa-0000000000c2' as PracticeId;

export const notePractice = {
  visitId,
  practiceId,
  text: '学习笔记每周互评',
} satisfies NoteGoodPractice;
export const withdrawPractice = {
  visitId,
  practiceId,
  reason: 'It was another unit',
} satisfies WithdrawGoodPractice;

type Of<Type extends PracticeEvent['type']> = Extract<PracticeEvent, { type: Type }>;

export const practiceNoted: Of<'GoodPracticeNoted'> = {
  type: 'GoodPracticeNoted',
  data: { ...notePractice, roundId, unit: leadUnit, by: inspector.person, check },
};
export const practiceWithdrawn: Of<'GoodPracticeWithdrawn'> = {
  type: 'GoodPracticeWithdrawn',
  data: { ...withdrawPractice, roundId },
};

// Total: an event without an example does not compile.
export const practiceExamples: { readonly [E in PracticeEvent as E['type']]: E } = {
  GoodPracticeNoted: practiceNoted,
  GoodPracticeWithdrawn: practiceWithdrawn,
};
