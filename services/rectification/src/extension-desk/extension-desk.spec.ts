import { expect, it } from '@jest/globals';
import { deadline, leadUnit } from '@redress/contracts/rectification/people.examples';
import {
  askForTime,
  granted,
  lapsed,
  refuse,
  refused,
  timeAsked,
} from '@redress/contracts/rectification/more-time.examples';
import { assign, assigned } from '@redress/contracts/rectification/task.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { extensionDesk } from './extension-desk.js';

const at = METADATA.happenedAt;
const { person } = METADATA.actor;
const { extensionId: id, ...request } = askForTime;
const asked = {
  ...request,
  id,
  caseId: METADATA.correlationId,
  title: assign.title,
  leadUnit,
  units: { [leadUnit]: true },
  deadline,
  daysInAll: 15,
  askedAt: at,
  askedBy: person,
};
const answer = { answeredAt: at, answeredBy: person };

it('shows what is asked, by whom, and by how much it would move the deadline', () => {
  expect(rowsAfter(extensionDesk, assigned)).toEqual([]);
  expect(rowsAfter(extensionDesk, assigned, timeAsked)).toEqual([{ ...asked, status: 'pending' }]);
});

it('keeps it with its answer', () => {
  expect(rowsAfter(extensionDesk, assigned, timeAsked, granted)).toEqual([
    { ...asked, status: 'granted', ...answer },
  ]);
  expect(rowsAfter(extensionDesk, assigned, timeAsked, refused)).toEqual([
    { ...asked, status: 'refused', refusal: refuse.reason, ...answer },
  ]);
  expect(rowsAfter(extensionDesk, assigned, timeAsked, lapsed)).toEqual([{ ...asked, status: 'lapsed' }]);
});
