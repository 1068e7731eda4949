import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { type Stored, versioned } from '@redress/contracts/event';
import type { VisitEntry } from '@redress/contracts/inspection/fill-in-visit';
import { interestInLeadUnit } from '@redress/contracts/inspection/interest.examples';
import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import { roundId, roundPlanned, roundScoped } from '@redress/contracts/inspection/round.examples';
import { substitute, teamId } from '@redress/contracts/inspection/team.examples';
import { check, plannedAt, planVisit as planning } from '@redress/contracts/inspection/visit.examples';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import {
  inspector,
  leadUnit,
  officer,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import type { Day, EntryId, Instant, PersonId, UnitId, VisitId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import { rowsAfter } from '@redress/read-models/spec';
import fc from 'fast-check';
import { coverageOf } from '../coverage/coverage.js';
import { roundScopes } from '../coverage/round-scopes.js';
import { submitBatch } from '../fill-in-visit/fill-in-visit.js';
import { openAt } from '../fill-in-visit/open-visit.js';
import { nameInspectors } from '../plan-visit/name-inspectors.js';
import { planVisit } from '../plan-visit/plan-visit.js';
import { cancelVisit, missVisit, moveVisit } from '../put-off-visit/put-off-visit.js';
import { rounds } from '../round/round.js';
import { reopenVisit, signVisit, submitVisit } from '../submit-visit/submit-visit.js';
import { visitList } from '../visit-list/visit-list.js';
import { checklist } from './histories.examples.js';
import { asStranger } from './standing.examples.js';
import type { Standing } from './standing.js';
import { type Visit, visits } from './visit.js';

// Three visits in two units of a round, by two people one of whom may be recused from a day on.
const FIRST = '2026-03-20' as Day;
const SECOND = '2026-03-21' as Day;
const DAYS = [FIRST, SECOND, '2026-03-22' as Day];
const PEOPLE = [inspector.person, substitute] as const;
const UNITS = [leadUnit, supportingUnit, leadUnit] as const;
const ITEMS = [...checklist.keys()];
const VISITS = UNITS.map((_, n) => `0190a5c4-6666-7aaa-8aaa-00000000010${String(n)}` as VisitId);

type Step = {
  readonly visit: number;
  readonly act: string;
  readonly day: number;
  readonly person: number;
  readonly item: number;
  readonly entry: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  visit: fc.nat(2),
  act: fc.constantFrom(
    ...['plan', 'name', 'name-both', 'open', 'open', 'fill', 'fill', 'fill-all', 'fill-all', 'sign', 'sign'],
    ...['submit', 'submit', 'move', 'cancel', 'miss', 'reopen'],
  ),
  day: fc.nat(2),
  person: fc.nat(1),
  item: fc.nat(ITEMS.length - 1),
  entry: fc.nat(30),
});

type Happened = { readonly event: VisitEvent; readonly actor: Actor; readonly day: Day };

/** From the second day on the second person has an interest in the first unit. */
const isConflicted = (person: PersonId, unit: UnitId, day: Day): boolean =>
  person === substitute && unit === leadUnit && day >= SECOND;

const standingOf = (person: PersonId, unit: UnitId, on: Day): Standing => {
  const conflicts = isConflicted(person, unit, on) ? [interestInLeadUnit] : [];
  const part = person === inspector.person ? 'head' : 'member';
  return { on, part, leadsUnit: false, check: { ...check, person, on, units: [unit], conflicts } };
};

const stored = (events: readonly VisitEvent[]): readonly Stored[] =>
  JSON.parse(JSON.stringify(events.map((event) => versioned(visitEvents, event)))) as readonly Stored[];

const nth = <Item>(list: readonly Item[], index: number): Item => {
  const one = list[index];
  if (one === undefined) throw new Error(`there is no ${String(index)} in ${String(list)}`);
  return one;
};

const entryOf = ({ item, entry }: Step, at: Instant): VisitEntry => ({
  entryId: `0190a5c4-6666-7aaa-8aaa-0000000002${String(entry).padStart(2, '0')}` as EntryId,
  at,
  item: { itemId: nth(ITEMS, item), answer: { leftOut: 'Locked' } },
});

const round = [roundPlanned, roundScoped].reduce(rounds.evolve, rounds.initial);
const around = { round, hasTeam: true, hasChecklist: true, isUnitThere: true };

const ruleOf = (one: Step): { readonly actor: Actor; readonly day: Day; readonly decide: Decide } => {
  const visitId = nth(VISITS, one.visit);
  const unit = nth(UNITS, one.visit);
  const day = nth(DAYS, one.day);
  const at = `${day}T04:00:00.000Z` as Instant;
  const actor = { ...inspector, person: nth(PEOPLE, one.person) };
  const standing = standingOf(actor.person, unit, day);
  const writing = { actor, checklist, now: at, standingAt: () => standing };
  const reason = 'Snow';
  const entryId = entryOf(one, at).entryId;
  const naming = (inspectors: PersonId[]) =>
    nameInspectors(
      { visitId, inspectors },
      officer,
      asStranger,
      inspectors.map((person) => standingOf(person, unit, day)),
    );
  const all = ITEMS.map((_, item) => entryOf({ ...one, item, entry: 40 + item }, at));
  const now = { today: FIRST, now: plannedAt, standing: asStranger };
  const rules: Readonly<Record<string, Decide>> = {
    plan: planVisit({ ...planning, visitId, unit, teamId, on: FIRST }, officer, now, around),
    name: naming([actor.person]),
    'name-both': naming([...PEOPLE]),
    open: openAt(at, actor, standing, at),
    fill: submitBatch({ visitId, entries: [entryOf(one, at)] }, writing),
    'fill-all': submitBatch({ visitId, openedAt: at, entries: all }, writing),
    sign: signVisit(actor, standing, checklist),
    submit: submitVisit(actor, standing, checklist),
    move: moveVisit({ visitId, on: day, reason }, officer, FIRST, asStranger),
    cancel: cancelVisit({ visitId, reason }, officer, asStranger),
    miss: missVisit({ visitId, reason }, officer, day, asStranger),
    reopen: reopenVisit({ visitId, entryId, reason }, officer, asStranger),
  };
  const decide = rules[one.act];
  if (!decide) throw new Error(`nothing is done by ${one.act}`);
  return { actor, day, decide };
};
type Decide = (visit: Visit) => Decision<VisitEvent, VisitRejection>;

/** Told from the events alone: who acted may act on that day, and that was looked at before. */
const wasChecked = (before: readonly Happened[], { event, actor, day }: Happened): void => {
  const checks = before.flatMap((one): readonly RecusalOfEvent[] => {
    if (one.event.type === 'InspectorsNamed') return one.event.data.checks;
    return one.event.type === 'RecusalChecked' ? [one.event.data.check] : [];
  });
  const last = checks.findLast(({ person, on }) => person === actor.person && on === day);
  expect([event.type, last?.conflicts]).toEqual([event.type, []]);
};
const ACTS: readonly VisitEvent['type'][] = [
  'VisitOpened',
  'EntriesRecorded',
  'VisitSigned',
  'VisitSubmitted',
];

it('holds on every walk: nobody acts unchecked, and coverage is what was submitted', () => {
  const seen = new Set<string>();
  const [scope] = rowsAfter(roundScopes, roundPlanned, roundScoped);
  if (!scope) throw new Error('the round has no scope');
  const walks = fc.property(fc.array(step, { minLength: 20, maxLength: 80 }), (steps) => {
    const logs = VISITS.map((): Happened[] => []);
    // First of all they are planned, and somebody is to go.
    const begun = VISITS.flatMap((_, visit) =>
      ['plan', 'name'].map((act) => ({ visit, act, day: 0, person: 0, item: 0, entry: 0 })),
    );
    for (const one of [...begun, ...steps]) {
      const log = logs[one.visit] ?? [];
      const { actor, day, decide } = ruleOf(one);
      const now = () => fold(visits, stored(log.map(({ event }) => event)));
      const decision = decide(now());
      if ('rejected' in decision) seen.add(decision.rejected);
      else {
        log.push(...decision.map((event) => ({ event, actor, day })));
        expect(decide(now())).toEqual([]);
      }
    }
    for (const log of logs) {
      for (const [index, happened] of log.entries()) {
        if (ACTS.includes(happened.event.type)) wasChecked(log.slice(0, index), happened);
        seen.add(happened.event.type);
      }
      const events = log.map(({ event }) => event);
      const state = events.reduce<Visit>(visits.evolve, visits.initial);
      expect(fold(visits, stored(events))).toEqual(state);
    }
    // Told from the events alone: the last of submission and reopening says whether a visit is submitted.
    const isSubmitted = (log: readonly Happened[]): boolean =>
      log
        .map(({ event }) => event.type)
        .findLast((type) => type === 'VisitSubmitted' || type === 'VisitReopened') === 'VisitSubmitted';
    const units = new Set(UNITS.filter((_, n) => isSubmitted(logs[n] ?? [])));
    const rows = logs.flatMap((log) => rowsAfter(visitList, ...log.map(({ event }) => event)));
    const inspected = new Set(
      rows
        .filter((row) => row.status === 'submitted' && row.roundId === roundId)
        .flatMap(({ inspectedUnit }) => inspectedUnit ?? []),
    );
    expect(inspected).toEqual(units);
    expect(coverageOf(scope, { inspected, selfChecked: new Set() }, {}).seen).toBe(units.size);
  });
  fc.assert(walks, { numRuns: 150 });
  // By chance some walks come nowhere.
  for (let more = 0; more < 20 && WHERE_IT_MATTERS.some((one) => !seen.has(one)); more += 1)
    fc.assert(walks, { numRuns: 50 });
  for (const one of WHERE_IT_MATTERS) expect(seen).toContain(one);
});

/** Where so many walks must have come, or they prove nothing. */
const WHERE_IT_MATTERS: readonly (VisitEvent['type'] | VisitRejection)[] = [
  'RecusalChecked',
  'EntriesRecorded',
  'VisitSigned',
  'VisitSubmitted',
  'VisitReopened',
  'VisitMoved',
  'VisitCancelled',
  'VisitMissed',
  'recused',
  'not-an-inspector-of-the-visit',
  'not-the-head',
  'not-signed',
  'items-unanswered',
  'visit-is-submitted',
];
