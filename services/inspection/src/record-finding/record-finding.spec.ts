import { describe, expect, it } from '@jest/globals';
import {
  otherRecorded,
  findingDrafted,
  findingChanged,
  findingRecorded,
} from '@redress/contracts/inspection/finding.examples';
import { draftId, recordFinding as record } from '@redress/contracts/inspection/finding-commands.examples';
import {
  answerItem,
  plannedAt,
  seenAt,
  selfCheckPlanned,
  visitOpened,
} from '@redress/contracts/inspection/visit.examples';
import { ofTheRegister, minutesKept } from '@redress/contracts/inspection/checklist.examples';
import type { Instant, ItemId } from '@redress/contracts/values';
import { plumber } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  beforeIt,
  cannotWrite,
  during,
  handedIn,
  head,
  member,
  visitAfter,
} from '../finding/acting.examples.js';
import { findings } from '../finding/finding.js';
import { cancelled, missed, checklist } from '../visit/histories.examples.js';
import { recordFinding } from './record-finding.js';

const { given } = specFor(findings);
const later = '2026-03-20T09:00:00.000Z' as Instant;

describe('a finding is put on record', () => {
  it('by an inspector of the visit, or who heads the team, while it takes place and afterwards', () => {
    given()
      .when(recordFinding(record, member, seenAt, during))
      .yields(findingRecorded);
    given()
      .when(recordFinding(record, member, seenAt, handedIn))
      .yields(findingRecorded);
    const otherHead = { ...head, actor: { ...head.actor, person: plumber } };
    given()
      .when(recordFinding(record, otherHead, seenAt, during))
      .yields(having(findingRecorded, { by: plumber }));
  });

  it('as it was written down then, resting on nothing or on an item that nobody answered', () => {
    const before = { ...record, at: seenAt, restsOn: [] };
    given()
      .when(recordFinding(before, member, later, during))
      .yields(having(findingRecorded, { restsOn: [] }));
    const unanswered = [{ itemId: ofTheRegister.itemId }];
    given()
      .when(recordFinding({ ...record, restsOn: unanswered }, member, seenAt, during))
      .yields(having(findingRecorded, { restsOn: unanswered }));
  });

  it('once, whatever it says since', () => {
    given(findingRecorded, findingChanged)
      .when(recordFinding(record, member, later, during))
      .changesNothing();
    given(findingRecorded)
      .when(recordFinding({ ...record, at: seenAt }, member, later, during))
      .changesNothing();
  });

  it.each([
    ['finding-is-another', given(findingRecorded), { ...record, fact: 'Other' }, during, seenAt],
    ['finding-is-another', given(findingRecorded), { ...record, at: plannedAt }, during, seenAt],
    ['finding-is-another', given(findingDrafted), { ...record, findingId: draftId }, during, seenAt],
    ['visit-not-open', given(), record, beforeIt, seenAt],
    ['visit-is-cancelled', given(), record, { visit: visitAfter(...cancelled), checklist }, seenAt],
    ['visit-is-missed', given(), record, { visit: visitAfter(...missed), checklist }, seenAt],
    [
      'self-check-has-no-findings',
      given(),
      record,
      { visit: visitAfter(selfCheckPlanned, visitOpened), checklist },
      seenAt,
    ],
    ['in-the-future', given(), { ...record, at: later }, during, seenAt],
    [
      'before-it-was-planned',
      given(),
      { ...record, at: '2026-03-19T07:59:59.999Z' as Instant },
      during,
      seenAt,
    ],
    ['no-such-item', given(), { ...record, restsOn: [{ itemId: 'nothing' as ItemId }] }, during, seenAt],
    [
      'no-such-entry',
      given(),
      {
        ...record,
        restsOn: [
          {
            itemId: minutesKept.itemId,
            entryId: otherRecorded.data.restsOn[0]?.entryId ?? answerItem.entryId,
          },
        ],
      },
      during,
      seenAt,
    ],
  ] as const)('but is told %s', (reason, finding, command, ground, now) => {
    finding.when(recordFinding(command, member, now, ground)).isRejected(reason);
  });

  it.each(cannotWrite)('not by who is told %s', (reason, writer) => {
    given()
      .when(recordFinding(record, writer, seenAt, during))
      .isRejected(reason);
  });
});

it('keeps what was known of who wrote it', () => {
  expect(findingRecorded.data.recusal).toEqual(member.standing.check);
});
