import { expect, it } from '@jest/globals';
import {
  holdTalk,
  proposeTalk,
  redId,
  refuseTalk,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
  talkRefused,
} from '@redress/contracts/rectification/escalation.examples';
import { leadUnit, officer } from '@redress/contracts/rectification/people.examples';
import { assign, assigned } from '@redress/contracts/rectification/task.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { escalationDesk } from './escalation-desk.js';

const at = METADATA.happenedAt;
const { entryId: id, ...proposal } = proposeTalk;
const proposed = {
  ...proposal,
  id,
  caseId: METADATA.correlationId,
  title: assign.title,
  leadUnit,
  units: { [leadUnit]: true },
  cardId: redId,
  policy: 'default 1',
  proposedAt: at,
  proposedBy: officer.person,
};
const answer = { answeredAt: at, answeredBy: METADATA.actor.person };

it('shows what is proposed, by whom, and on which card', () => {
  expect(rowsAfter(escalationDesk, assigned)).toEqual([]);
  expect(rowsAfter(escalationDesk, talkProposed)).toEqual([{ ...proposed, status: 'proposed' }]);
});

it('keeps it with its answer, and with what came of it', () => {
  const approved = { ...proposed, ...answer, status: 'approved' };
  expect(rowsAfter(escalationDesk, talkProposed, talkApproved)).toEqual([approved]);
  expect(rowsAfter(escalationDesk, talkProposed, talkRefused)).toEqual([
    { ...proposed, ...answer, status: 'refused', refusal: refuseTalk.reason },
  ]);
  const { on: carriedOutOn, record } = holdTalk;
  expect(rowsAfter(escalationDesk, talkProposed, talkApproved, talkHeld)).toEqual([
    { ...approved, status: 'carried-out', carriedOutOn, record },
  ]);
  expect(rowsAfter(escalationDesk, talkProposed, talkLapsed)).toEqual([{ ...proposed, status: 'lapsed' }]);
});
