import { expect, it } from '@jest/globals';
import { blueDrawn } from '@redress/contracts/rectification/escalation.examples';
import { today } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  assigned,
  attached,
  attachedMore,
  planned,
  reported,
  requested,
} from '@redress/contracts/rectification/task.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { ledger } from '../ledger/ledger.js';
import { firstTeam } from '../judging/judging.examples.js';
import { waitingCloseOut } from './waiting-close-out.js';

const asked = [assigned, blueDrawn, accepted, planned, reported, attached, requested] as const;
const waiting = (...since: readonly (typeof attachedMore)[]) =>
  rowsAfter(ledger, ...asked, ...since).map((row) =>
    waitingCloseOut({ ...row, teams: [firstTeam], judges: [] }, today, () => today),
  );

it('whoever is to go and look is told what the matter is, how grave, which card it has and whose it is', () => {
  const { problem, severity } = assigned.data.about;
  expect(waiting()).toMatchObject([{ problem, severity, card: 'blue', teams: [firstTeam], judges: [] }]);
});

it('one piece of evidence that came since is enough to say so', () => {
  expect(waiting()).toMatchObject([{ evidence: [{}], evidenceChanged: false }]);
  expect(waiting(attachedMore)).toMatchObject([{ evidence: [{}, {}], evidenceChanged: true }]);
});

it('nothing waits of a task for which nothing is asked', () => {
  const [row] = rowsAfter(ledger, assigned);
  expect(row && waitingCloseOut(row, today, () => today)).toBeUndefined();
});
