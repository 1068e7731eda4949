import type { Event, Recorded } from '@redress/contracts/event';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { otherFindingId } from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingIssued,
  findingRecorded,
  findingWithdrawn,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import { acceptanceFollowed } from '@redress/contracts/inspection/followed.examples';
import { interestDeclared, recusalOverridden } from '@redress/contracts/inspection/interest.examples';
import {
  otherPractice,
  practiceNoted,
  practiceWithdrawn,
} from '@redress/contracts/inspection/practice.examples';
import type { PracticeEvent } from '@redress/contracts/inspection/practice.events';
import {
  roundClosed,
  roundId,
  roundPlanned,
  roundRescoped,
  roundScoped,
} from '@redress/contracts/inspection/round.examples';
import { formTeam, otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import {
  batchRecorded,
  inspectorsNamed,
  itemAnswered,
  meetingNoted,
  visitCancelled,
  visitId,
  visitMoved,
  visitOpened,
  visitPlanned,
  visitSigned,
  visitSubmitted,
} from '@redress/contracts/inspection/visit.examples';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import { envelope, strangeUnit, today } from '@redress/contracts/rectification/people.examples';
import type { MessageId, Position, VisitId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import type { AsOf, Called } from './count-round.js';

export const positionAt = (place: number): Position => String(place).padStart(16, '0') as Position;
export const idAt = (place: number): MessageId =>
  `0190a5c4-9999-7aaa-8aaa-${String(place).padStart(12, '0')}` as MessageId;

/** Events of streams as a store has them, one after the other; the first stands at position 1. */
export const logOf = (
  ...events: readonly (readonly [stream: string, event: Event])[]
): readonly Recorded[] => {
  const revisions = new Map<string, number>();
  return events.map(([stream, event], index) => {
    const revision = (revisions.get(stream) ?? -1) + 1;
    revisions.set(stream, revision);
    return {
      ...event,
      ...envelope,
      version: 1,
      id: idAt(index + 1),
      stream,
      revision,
      position: positionAt(index + 1),
      recordedAt: envelope.happenedAt,
    };
  });
};

const ofVisit = (id: VisitId, ...events: readonly VisitEvent[]) =>
  events.map((event) => [`visit-${id}`, { ...event, data: { ...event.data, visitId: id } }] as const);
const ofRound = (...events: readonly Event[]) => events.map((event) => [`round-${roundId}`, event] as const);
const ofPerson = (...events: readonly Event[]) => events.map((event) => ['interest-1', event] as const);
const ofFinding = (...events: readonly FindingEvent[]) =>
  events.map((event) => [`finding-${event.data.findingId}`, event] as const);
const ofPractice = (...events: readonly PracticeEvent[]) =>
  events.map((event) => [`practice-${event.data.practiceId}`, event] as const);

export const cancelledVisit = '0190a5c4-6666-7aaa-8aaa-0000000000a1' as VisitId;
export const strangeVisit = '0190a5c4-6666-7aaa-8aaa-0000000000a2' as VisitId;
const lifted = { ...inspectorsNamed.data.checks[0], conflicts: [] };

/**
 * A small round: the lead unit was seen, and failed in two items; a visit to another was moved and cancelled; a strange
 * unit took its place, and the visit to it is open. The inspector has an interest, which the office lifted. Of two
 * findings one became a task, and the other was withdrawn.
 */
export const sampleLog = logOf(
  /* 1 */ ...ofPerson(interestDeclared),
  /* 2–3 */ ...ofRound(roundPlanned, roundScoped),
  /* 4 */ ...ofPerson(recusalOverridden),
  /* 5–12 */ ...ofVisit(
    visitId,
    visitPlanned,
    having(inspectorsNamed, {
      checks: [
        {
          ...lifted,
          conflicts: recusalOverridden.data.conflicts.map((one) => ({
            ...one,
            overriddenBy: recusalOverridden.data.overrideId,
          })),
        } as (typeof inspectorsNamed.data.checks)[number],
      ],
    }),
    visitOpened,
    itemAnswered,
    batchRecorded,
    meetingNoted,
    visitSigned,
    visitSubmitted,
  ),
  /* 13–15 */ ...ofVisit(cancelledVisit, visitPlanned, visitMoved, visitCancelled),
  /* 16 */ ...ofRound(roundRescoped),
  /* 17–18 */ ...ofVisit(
    strangeVisit,
    having(visitPlanned, { unit: strangeUnit, teamId: otherTeam }),
    visitOpened,
  ),
  /* 19–21 */ ...ofPractice(
    practiceNoted,
    having(practiceNoted, { practiceId: otherPractice }),
    having(practiceWithdrawn, { practiceId: otherPractice }),
  ),
  /* 22–26 */ ...ofFinding(
    findingRecorded,
    otherRecorded,
    findingIssued,
    acceptanceFollowed,
    having(findingWithdrawn, { findingId: otherFindingId }),
  ),
  /* 27 */ ...ofRound(roundClosed),
);

export const called: Called = {
  teams: new Map([
    [teamId, formTeam.name],
    [otherTeam, '督查二组'],
  ]),
  checklists: new Map([[publishChecklist.checklistId, new Map([[1, publishChecklist.title]])]]),
};
export const asOf: AsOf = { upTo: positionAt(sampleLog.length), day: today };
