import { describe, expect, it } from '@jest/globals';
import type { Event } from '@redress/contracts/event';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { Figure } from '@redress/contracts/inspection/report-numbers';
import { findingId, otherFindingId, words } from '@redress/contracts/inspection/finding-commands.examples';
import {
  draftWithdrawn,
  findingChanged,
  findingDrafted,
  findingJoined,
  findingParted,
  findingRefused,
  findingRestored,
} from '@redress/contracts/inspection/finding.examples';
import { closingFollowed, withdrawalFollowed } from '@redress/contracts/inspection/followed.examples';
import { notePractice } from '@redress/contracts/inspection/practice.examples';
import { planRound, roundId } from '@redress/contracts/inspection/round.examples';
import { endOfMarch, overrideId, overrideRecusal } from '@redress/contracts/inspection/interest.examples';
import { checklistId, publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { formTeam, otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import {
  answerItem,
  reopenVisit,
  visitId,
  visitReopened,
} from '@redress/contracts/inspection/visit.examples';
import {
  dayAfterDeadline,
  deadline,
  leadUnit,
  strangeUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { Day, RoundId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { COUNTING_RULE, reportOf } from './count-round.js';
import { asOf, called, idAt, logOf, positionAt, sampleLog } from './log.examples.js';

const report = reportOf(roundId, sampleLog, asOf, called);
const figures = report?.figures ?? [];

/** A number and where it comes from, shortly: `1 of VisitSubmitted 12–12`. */
const shortly = ({
  key,
  value,
  events: { from, to, count, types },
  text: _,
  ...of
}: Figure): readonly string[] => [
  [key, ...Object.values(of)].join(' '),
  `${String(value)} of ${String(count)} ${types.join('+')} ${String(Number(from))}–${String(Number(to))}`,
];

it('counts a small round as it is counted by hand, and says of each number where it comes from', () => {
  expect(figures.map(shortly)).toEqual([
    ['units-in-scope', '2 of 3 RoundPlanned+RoundRescoped+RoundScoped 2–16'],
    ['units-added', '1 of 1 RoundRescoped 16–16'],
    ['units-removed', '1 of 1 RoundRescoped 16–16'],
    ['units-seen', '1 of 1 VisitSubmitted 12–12'],
    ['units-unseen', '1 of 4 RoundPlanned+RoundRescoped+RoundScoped+VisitSubmitted 2–16'],
    ['units-self-checked', '0 of 0  2–27'],
    ['units-outside', '0 of 0  2–27'],
    [`team-units ${teamId}`, '1 of 3 RoundPlanned+RoundRescoped+RoundScoped 2–16'],
    [`team-seen ${teamId}`, '1 of 1 VisitSubmitted 12–12'],
    [`team-units ${otherTeam}`, '1 of 3 RoundPlanned+RoundRescoped+RoundScoped 2–16'],
    [`team-seen ${otherTeam}`, '0 of 0  2–27'],
    [`unit-visits ${leadUnit}`, '1 of 1 VisitSubmitted 12–12'],
    [`unit-visits ${strangeUnit}`, '0 of 0  2–27'],
    ['visits scheduled', '1 of 1 VisitSubmitted 12–12'],
    ['visits unscheduled', '0 of 0  2–27'],
    ['visits look-back', '0 of 0  2–27'],
    ['visits self-check', '0 of 0  2–27'],
    ['visits-under-way', '1 of 1 VisitOpened 18–18'],
    ['visits-moved', '1 of 1 VisitMoved 14–14'],
    ['visits-cancelled', '1 of 1 VisitCancelled 15–15'],
    ['visits-missed', '0 of 0  2–27'],
    ['visits-given-back', '0 of 0  2–27'],
    [`checklist-visits ${checklistId} 1`, '1 of 1 VisitSubmitted 12–12'],
    ['inspectors', '1 of 1 VisitSubmitted 12–12'],
    ['people-met', '1 of 1 EntriesRecorded 10–10'],
    ['items passes', '1 of 1 VisitSubmitted 12–12'],
    ['items fails', '2 of 1 VisitSubmitted 12–12'],
    ['items does-not-apply', '0 of 0  2–27'],
    ['items noted', '1 of 1 VisitSubmitted 12–12'],
    ['items left-out', '1 of 1 VisitSubmitted 12–12'],
    [`item-failed ${checklistId} hours`, '1 of 1 VisitSubmitted 12–12'],
    [`item-failed ${checklistId} minutes`, '1 of 1 VisitSubmitted 12–12'],
    [`unit-failed ${leadUnit}`, '2 of 1 VisitSubmitted 12–12'],
    ['findings', '1 of 1 FindingRecorded 22–22'],
    ['findings-of-severity ordinary', '1 of 1 FindingRecorded 22–22'],
    [`unit-findings ${leadUnit} ordinary`, '1 of 1 FindingRecorded 22–22'],
    [`findings-on-basis ${words.basis}`, '1 of 1 FindingRecorded 22–22'],
    ['findings-unworded', '0 of 0  2–27'],
    ['findings-joined', '0 of 0  2–27'],
    ['findings-withdrawn', '1 of 1 FindingWithdrawn 26–26'],
    ['tasks-issued', '1 of 1 FindingIssued 24–24'],
    ['tasks-awaited', '0 of 0  2–27'],
    ['tasks-open', '1 of 1 FindingTaskFollowed 25–25'],
    ['tasks-overdue', '0 of 0  2–27'],
    ['tasks-done', '0 of 0  2–27'],
    ['tasks-withdrawn', '0 of 0  2–27'],
    ['good-practices', '1 of 1 GoodPracticeNoted 19–19'],
    [
      'recusal-checks',
      '7 of 7 FindingIssued+FindingRecorded+FindingWithdrawn+GoodPracticeNoted+InspectorsNamed 6–26',
    ],
    ['acts-under-override', '1 of 1 InspectorsNamed 6–6'],
    ['overrides', '1 of 1 RecusalOverridden 4–4'],
    ['interests', '1 of 1 InterestDeclared 1–1'],
  ]);
});

it('says by which rule, for which day and from which events it was counted, and what is called how', () => {
  const { title, from, until } = planRound;
  expect(report).toMatchObject({
    rule: COUNTING_RULE,
    day: today,
    round: {
      roundId,
      title,
      from,
      until,
      closedOn: endOfMarch,
      checklists: [{ checklistId, version: 1, title: publishChecklist.title }],
      teams: [
        { team: teamId, name: formTeam.name },
        { team: otherTeam, name: '督查二组' },
      ],
    },
    events: { from: positionAt(1), to: positionAt(27), first: idAt(1), last: idAt(27), count: 27 },
  });
});

it('tells in words what failed, what is worth copying, and every leave to act with its reason', () => {
  const at = (place: number) => ({ from: positionAt(place), to: positionAt(place), first: idAt(place) });
  expect(report?.notes).toMatchObject([
    { kind: 'failed-item', text: answerItem.note, unit: leadUnit, visitId, itemId: 'minutes', events: at(8) },
    {
      kind: 'finding',
      text: words.fact,
      basis: words.basis,
      unit: leadUnit,
      visitId,
      findingId,
      events: at(22),
    },
    { kind: 'good-practice', text: notePractice.text, unit: leadUnit, visitId, events: at(19) },
    {
      kind: 'override',
      text: overrideRecusal.reason,
      overrideId,
      unit: leadUnit,
      person: overrideRecusal.person,
      from: overrideRecusal.from,
      until: overrideRecusal.until,
      events: at(4),
    },
  ]);
});

describe('what counts', () => {
  const after = (...more: readonly (readonly [string, Event])[]) => {
    const log = [
      ...sampleLog,
      ...logOf(...more).map((event, index) => at(event, sampleLog.length + index + 1)),
    ];
    return reportOf(roundId, log, { ...asOf, upTo: positionAt(log.length) }, called)?.figures.map(shortly);
  };
  const at = <E extends object>(event: E, place: number): E => ({
    ...event,
    id: idAt(place),
    position: positionAt(place),
  });

  it('is no visit that was given back, nor what was noted in it, until it is handed in anew', () => {
    const counted = after([
      `visit-${visitId}`,
      { ...visitReopened, data: { ...visitReopened.data, ...reopenVisit } },
    ]);
    expect(counted).toContainEqual(['units-seen', '0 of 0  2–28']);
    expect(counted).toContainEqual(['visits-given-back', '1 of 1 VisitReopened 28–28']);
    expect(counted).toContainEqual(['visits-under-way', '2 of 2 VisitOpened+VisitReopened 18–28']);
    expect(counted).toContainEqual(['good-practices', '0 of 0  2–28']);
    expect(counted).toContainEqual(['people-met', '0 of 0  2–28']);
    expect(counted?.some(([key]) => key?.startsWith('item-failed'))).toBe(false);
  });

  const ofFinding = (...events: readonly FindingEvent[]) =>
    events.map((event) => [`finding-${event.data.findingId}`, event] as const);

  it('is a finding as it stands by then: in its last words, while it is part of no other one', () => {
    expect(after(...ofFinding(findingChanged))).toContainEqual([
      'findings-of-severity ordinary',
      '1 of 1 FindingChanged 28–28',
    ]);
    const restored = having(findingRestored, { findingId: otherFindingId });
    expect(after(...ofFinding(restored))).toContainEqual(['findings', '2 of 2 FindingRecorded 22–23']);
    const joined = after(...ofFinding(restored, findingJoined));
    expect(joined).toContainEqual(['findings', '1 of 1 FindingRecorded 22–22']);
    expect(joined).toContainEqual(['findings-joined', '1 of 1 FindingJoined 29–29']);
    const parted = after(...ofFinding(restored, findingJoined, findingParted));
    expect(parted).toContainEqual(['findings', '2 of 2 FindingRecorded 22–23']);
  });

  it('is apart what nobody has put into words yet', () => {
    const drafted = after(...ofFinding(findingDrafted));
    expect(drafted).toContainEqual(['findings', '1 of 1 FindingRecorded 22–22']);
    expect(drafted).toContainEqual(['findings-unworded', '1 of 1 FindingDrafted 28–28']);
    const gone = after(...ofFinding(findingDrafted, draftWithdrawn));
    expect(gone).toContainEqual(['findings-unworded', '0 of 0  2–29']);
    expect(gone).toContainEqual(['findings-withdrawn', '2 of 2 FindingWithdrawn 26–29']);
  });

  it('is a task as rectification was heard of it', () => {
    const closed = after(...ofFinding(closingFollowed));
    expect(closed).toContainEqual(['tasks-done', '1 of 1 FindingTaskFollowed 28–28']);
    expect(closed).toContainEqual(['tasks-open', '0 of 0  2–28']);
    const withdrawn = after(...ofFinding(withdrawalFollowed));
    expect(withdrawn).toContainEqual(['tasks-withdrawn', '1 of 1 FindingTaskFollowed 28–28']);
    expect(withdrawn).toContainEqual(['findings', '0 of 0  2–28']);
    expect(withdrawn).toContainEqual([
      'findings-withdrawn',
      '2 of 2 FindingTaskFollowed+FindingWithdrawn 26–28',
    ]);
  });

  it('is a task as issued until it is refused, and as awaited until something is heard of it', () => {
    const before = sampleLog.filter(({ type }) => type !== 'FindingTaskFollowed');
    const numbers = reportOf(roundId, before, asOf, called)?.figures.map(shortly);
    expect(numbers).toContainEqual(['tasks-issued', '1 of 1 FindingIssued 24–24']);
    expect(numbers).toContainEqual(['tasks-awaited', '1 of 1 FindingIssued 24–24']);
    const refused = before.map((event) =>
      event.type === 'FindingWithdrawn' ? { ...event, ...findingRefused } : event,
    );
    const none = reportOf(roundId, refused, asOf, called)?.figures.map(shortly);
    expect(none).toContainEqual(['tasks-issued', '0 of 0  2–27']);
  });

  it('is late on the day after the deadline', () => {
    const on = (day: Day) => reportOf(roundId, sampleLog, { ...asOf, day }, called)?.figures.map(shortly);
    expect(on(deadline)).toContainEqual(['tasks-overdue', '0 of 0  2–27']);
    expect(on(dayAfterDeadline)).toContainEqual(['tasks-overdue', '1 of 1 FindingTaskFollowed 25–25']);
  });

  it('is what is said of this round', () => {
    const elsewhere = '0190a5c4-6666-7aaa-8aaa-0000000000ff' as RoundId;
    expect(reportOf(elsewhere, sampleLog, asOf, called)).toBeUndefined();
  });
});
