import { expect, it } from '@jest/globals';
import {
  practiceId,
  practiceNoted,
  practiceWithdrawn,
} from '@redress/contracts/inspection/practice.examples';
import { roundId } from '@redress/contracts/inspection/round.examples';
import { visitId } from '@redress/contracts/inspection/visit.examples';
import { inspector, leadUnit } from '@redress/contracts/rectification/people.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { practiceList } from './practice-list.js';

it('lists what was noted, and that it was withdrawn', () => {
  const { text, by } = { text: practiceNoted.data.text, by: inspector.person };
  const row = { id: practiceId, visitId, roundId, unit: leadUnit, text, by };
  expect(rowsAfter(practiceList, practiceNoted)).toMatchObject([{ ...row, isWithdrawn: false }]);
  expect(rowsAfter(practiceList, practiceNoted, practiceWithdrawn)).toMatchObject([
    { ...row, isWithdrawn: true, reason: practiceWithdrawn.data.reason },
  ]);
});
