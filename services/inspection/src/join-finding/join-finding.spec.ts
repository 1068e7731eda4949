import { describe, it } from '@jest/globals';
import {
  findingId,
  joinFinding as join,
  otherFindingId,
  partFinding,
} from '@redress/contracts/inspection/finding-commands.examples';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import {
  findingChanged,
  findingGaveBack,
  findingIssued,
  findingJoined,
  findingParted,
  findingRecorded,
  findingTookIn,
  findingWithdrawn,
  joiningUndone,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import { strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cannotWrite, handedIn, member } from '../finding/acting.examples.js';
import { type Finding, findings, type KnownFinding } from '../finding/finding.js';
import { giveBack, joinFinding, MOST_SOURCES, part, takeIn } from './join-finding.js';

const { given } = specFor(findings);
const { visit } = handedIn;
const after = (...events: readonly FindingEvent[]) =>
  events.reduce<Finding>(findings.evolve, findings.initial);
const target = after(findingRecorded);
const source = after(otherRecorded) as KnownFinding;
const entryIdOf = (index: number) => `0190a5c4-6666-7aaa-8aaa-0000000005${String(index + 10)}` as EntryId;
const takenIn = (index: number) => having(findingTookIn, { entryId: entryIdOf(index) });
const full = Array.from({ length: MOST_SOURCES }, (_, index) => takenIn(index));
const { entryId } = join;

describe('a finding becomes part of another one', () => {
  it('of the same unit, even of another visit', () => {
    given(otherRecorded)
      .when(joinFinding(join, member, visit, target))
      .yields(findingJoined);
    const almostFull = after(findingRecorded, ...full.slice(1));
    given(otherRecorded)
      .when(joinFinding(join, member, visit, almostFull))
      .yields(findingJoined);
  });

  it.each([
    ['no-such-finding', given(), join, target],
    ['entry-id-is-taken', given(otherRecorded, findingJoined), { ...join, reason: 'Another' }, target],
    ['finding-is-joined', given(otherRecorded, findingJoined), { ...join, entryId: entryIdOf(1) }, target],
    ['already-issued', given(otherRecorded, findingIssued), join, target],
    ['has-taken-in-others', given(otherRecorded, findingTookIn), join, target],
    ['joined-into-itself', given(otherRecorded), { ...join, into: otherFindingId }, source],
    ['no-other-finding', given(otherRecorded), join, after()],
    [
      'not-of-the-same-unit',
      given(otherRecorded),
      join,
      after(having(findingRecorded, { unit: strangeUnit })),
    ],
    ['target-is-joined', given(otherRecorded), join, after(findingRecorded, findingJoined)],
    ['target-is-issued', given(otherRecorded), join, after(findingRecorded, findingIssued)],
    ['target-is-withdrawn', given(otherRecorded), join, after(findingRecorded, findingWithdrawn)],
    ['target-is-full', given(otherRecorded), join, after(findingRecorded, ...full)],
  ] as const)('but is told %s', (reason, finding, command, into) => {
    finding.when(joinFinding(command, member, visit, into)).isRejected(reason);
  });

  it.each(cannotWrite)('not by who is told %s', (reason, writer) => {
    given(otherRecorded)
      .when(joinFinding(join, writer, visit, target))
      .isRejected(reason);
  });
});

describe('the other one', () => {
  const take = takeIn(findingJoined.data, source);

  it('takes it in with what it says, once, unless it cannot any more', () => {
    given(findingRecorded).when(take).yields(findingTookIn);
    given(findingRecorded, findingTookIn, findingGaveBack).when(take).changesNothing();
    given().when(take).isRejected('no-other-finding');
    given(findingRecorded, findingIssued).when(take).isRejected('target-is-issued');
    given(findingRecorded, findingTookIn, findingIssued).when(take).changesNothing();
  });

  it('gives it back before it is issued', () => {
    const give = giveBack(partFinding, member, visit);
    given(findingRecorded, findingTookIn).when(give).yields(findingGaveBack);
    given(findingRecorded, findingTookIn, findingGaveBack, findingChanged).when(give).changesNothing();
    given().when(give).isRejected('no-such-finding');
    given(findingRecorded).when(give).isRejected('not-taken-in-yet');
    given(findingRecorded, findingTookIn, findingIssued).when(give).isRejected('already-issued');
  });

  it.each(cannotWrite)('gives nothing back to who is told %s', (reason, writer) => {
    given(findingRecorded, findingTookIn)
      .when(giveBack(partFinding, writer, visit))
      .isRejected(reason);
  });
});

describe('what was joined is on its own again', () => {
  it('when it is given back, or could not be taken in', () => {
    const { reason } = partFinding;
    given(otherRecorded, findingJoined).when(part({ entryId, reason })).yields(findingParted);
    given(otherRecorded, findingJoined)
      .when(part({ entryId, because: 'target-is-issued' }))
      .yields(joiningUndone);
  });

  it('but not by the news of an older joining', () => {
    const anew = having(findingJoined, { entryId: entryIdOf(1), into: findingId });
    const { reason } = partFinding;
    given(otherRecorded, findingJoined, findingParted, anew).when(part({ entryId, reason })).changesNothing();
    given().when(part({ entryId, reason })).changesNothing();
    given(otherRecorded).when(part({ entryId, reason })).changesNothing();
  });
});
