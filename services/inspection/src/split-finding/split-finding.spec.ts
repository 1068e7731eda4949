import { describe, expect, it } from '@jest/globals';
import { newFindingId, splitFinding as split } from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingChanged,
  findingCommunicated,
  findingIssued,
  findingRecorded,
  findingSplit,
  findingSplitOff,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import { seenAt } from '@redress/contracts/inspection/visit.examples';
import type { ItemId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cannotWrite, handedIn, member } from '../finding/acting.examples.js';
import { findings, type KnownFinding } from '../finding/finding.js';
import { splitFinding, splitOff } from './split-finding.js';

const { given } = specFor(findings);
const { left, part } = split;

describe('a part of a finding becomes another one', () => {
  it('and nothing of what it rests on is lost', () => {
    given(findingRecorded)
      .when(splitFinding(split, member, handedIn, false))
      .yields(findingSplit);
    given(findingRecorded, findingCommunicated)
      .when(splitFinding(split, member, handedIn, false))
      .yields(having(findingSplit, { stands: 'communicated' }));
    const moved = { ...split, left: { ...left, restsOn: [] }, part: { ...part, restsOn: left.restsOn } };
    given(findingRecorded)
      .when(splitFinding(moved, member, handedIn, false))
      .yields(having(findingSplit, { restsOn: [], part: moved.part }));
  });

  it.each([
    ['no-such-finding', given(), split, false],
    ['entry-id-is-taken', given(findingRecorded, findingSplit), { ...split, reason: 'Another' }, false],
    [
      'entry-id-is-taken',
      given(findingRecorded, findingChanged),
      { ...split, entryId: findingChanged.data.entryId },
      false,
    ],
    ['already-issued', given(findingRecorded, findingIssued), split, false],
    ['finding-is-another', given(findingRecorded), split, true],
    ['finding-is-another', given(findingRecorded), { ...split, newFindingId: split.findingId }, false],
    ['items-are-lost', given(findingRecorded), { ...split, left: { ...left, restsOn: [] } }, false],
    [
      'no-such-item',
      given(findingRecorded),
      { ...split, part: { ...part, restsOn: [{ itemId: 'no' as ItemId }] } },
      false,
    ],
  ] as const)('but is told %s', (reason, finding, command, isTaken) => {
    finding.when(splitFinding(command, member, handedIn, isTaken)).isRejected(reason);
  });

  it.each(cannotWrite)('not by who is told %s', (reason, writer) => {
    given(findingRecorded)
      .when(splitFinding(split, writer, handedIn, false))
      .isRejected(reason);
  });
});

describe('what is split off', () => {
  const whole = findings.evolve(findings.initial, findingRecorded) as KnownFinding;

  it('is on record with those who wrote the whole, told to the unit if that was', () => {
    given()
      .when(splitOff(findingSplit.data, newFindingId, whole, seenAt))
      .yields(findingSplitOff);
    const told = findings.evolve(whole, findingCommunicated) as KnownFinding;
    given()
      .when(splitOff(findingSplit.data, newFindingId, told, seenAt))
      .yields(having(findingSplitOff, { communicatedOn: findingCommunicated.data.on }));
    expect(findings.evolve(findings.initial, findingSplitOff).status).toBe('recorded');
  });

  it('is no other finding that has the id', () => {
    given(having(otherRecorded, { findingId: newFindingId }))
      .when(splitOff(findingSplit.data, newFindingId, whole, seenAt))
      .isRejected('finding-is-another');
  });
});
