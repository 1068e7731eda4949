import type { Recorded } from '@redress/contracts/event';
import type {
  ReportedChecklist,
  ReportedTeam,
  ReportNumbers,
} from '@redress/contracts/inspection/report-numbers';
import type { ChecklistId, Day, Position, RoundId, TeamId } from '@redress/contracts/values';
import { countCoverage } from './count-coverage.js';
import { countFindings, noteFindings } from './count-findings.js';
import { countPractices, notePractices } from './count-practices.js';
import { countFailedItems, noteFailedItems } from './count-problems.js';
import { countRecusals, noteOverrides } from './count-recusals.js';
import { countVisits } from './count-visits.js';
import { Counting } from './counting.js';
import { RoundRecord } from './round-record.js';
import { spanOf } from './span.js';

/** Which rule of counting this is. An issued report is checked by the one by which it was counted. */
export const COUNTING_RULE = 1;

/** What teams and checklists are called. Neither ever changes. */
export type Called = {
  readonly teams: ReadonlyMap<TeamId, string>;
  readonly checklists: ReadonlyMap<ChecklistId, ReadonlyMap<number, ReportedChecklist['title']>>;
};

/** Up to where the log was read, and the day on which what is late is late. */
export type AsOf = { readonly upTo: Position; readonly day: Day };

/** The numbers of a round after these events; undefined as long as it was not planned. */
export const reportOf = (
  roundId: RoundId,
  events: Iterable<Recorded>,
  asOf: AsOf,
  called: Called,
): ReportNumbers | undefined => {
  const record = new RoundRecord(roundId);
  for (const event of events) record.take(event);
  return numbersOf(record, asOf, called);
};

/** The same of what was taken in already. */
export const numbersOf = (
  record: RoundRecord,
  { upTo, day }: AsOf,
  called: Called,
): ReportNumbers | undefined => {
  const { scope, beginning } = record;
  if (!scope.plan || beginning === undefined) return undefined;
  const whole = { from: beginning, to: upTo };
  const counting = new Counting(whole);
  const figures = [
    ...countCoverage(record, counting),
    ...countVisits(record, counting),
    ...countFailedItems(record, counting),
    ...countFindings(record, day, counting),
    ...countPractices(record, counting),
    ...countRecusals(record, counting),
  ];
  const notes = [
    ...noteFailedItems(record, counting),
    ...noteFindings(record, counting),
    ...notePractices(record, counting),
    ...noteOverrides(record, counting),
  ];
  const { roundId, title, from, until } = scope.plan;
  return {
    rule: COUNTING_RULE,
    day,
    round: {
      roundId,
      title,
      from,
      until,
      ...(scope.closedOn && { closedOn: scope.closedOn }),
      checklists: checklistsIn(record, called),
      teams: teamsIn(record, called),
    },
    events: spanOf([...record.events, ...counting.marks], whole),
    figures,
    notes,
  };
};

const checklistsIn = (
  { scope, visits }: RoundRecord,
  { checklists }: Called,
): readonly ReportedChecklist[] => {
  const pinned = [...(scope.plan ? [scope.plan] : []), ...visits.all.map(({ plan }) => plan)];
  const used = new Map(
    pinned.map(({ checklistId, checklistVersion: version }) => [
      `${checklistId} ${String(version).padStart(5, '0')}`,
      { checklistId, version },
    ]),
  );
  return [...used.keys()].toSorted().flatMap((key) => {
    const one = used.get(key);
    const title = one && checklists.get(one.checklistId)?.get(one.version);
    return one && title ? [{ ...one, title: { ...title } }] : [];
  });
};

const teamsIn = ({ scope, visits }: RoundRecord, { teams }: Called): readonly ReportedTeam[] => {
  const used = new Set([...scope.units.values()].flat());
  for (const { plan } of visits.all) if (plan.teamId) used.add(plan.teamId);
  return [...used].toSorted().flatMap((team) => {
    const name = teams.get(team);
    return name === undefined ? [] : [{ team, name }];
  });
};
