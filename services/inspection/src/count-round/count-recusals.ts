import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { Day, UnitId } from '@redress/contracts/values';
import { overlaps } from '../dated/dated.js';
import type { Checked } from './checked.js';
import type { Counting } from './counting.js';
import type { Override } from './interest-record.js';
import type { RoundRecord } from './round-record.js';

/** How often it was looked whether somebody may act for a unit, and what of it the office lifted. */
export const countRecusals = (record: RoundRecord, counting: Counting): readonly Figure[] => {
  const checks = checksIn(record);
  const lifted = checks.filter((check) => check.lifted.length > 0);
  const overrides = overridesIn(record);
  const interests = [...record.interests.interests.values()].filter(isOfRound(record));
  return [
    counting.figure('recusal-checks', checks.length, checks.map(byMark)),
    counting.figure('acts-under-override', lifted.length, lifted.map(byMark)),
    counting.figure(
      'overrides',
      overrides.length,
      overrides.flatMap(({ marks }) => marks),
    ),
    counting.figure(
      'interests',
      interests.length,
      interests.flatMap(({ marks }) => marks),
    ),
  ];
};

/** Each leave to act, with its reason. */
export const noteOverrides = (record: RoundRecord, counting: Counting): readonly ReportNote[] =>
  overridesIn(record).map(({ overrideId, person, unit, reason, from, until, marks }) =>
    counting.note('override', reason, marks, { overrideId, person, unit, from, ...(until && { until }) }),
  );

const checksIn = ({ visits, findings, practices }: RoundRecord): readonly Checked[] => [
  ...visits.all.flatMap(({ checks }) => checks),
  ...findings.checks,
  ...practices.checks,
];

/** Those under which somebody acted in the round, and those that were good for one of its units in its days. */
const overridesIn = (record: RoundRecord): readonly Override[] => {
  const used = new Set(checksIn(record).flatMap(({ lifted }) => lifted));
  const ofRound = isOfRound(record);
  return [...record.interests.overrides.values()].filter(
    (override) => used.has(override.overrideId) || ofRound(override),
  );
};

const isOfRound =
  ({ scope: { units, plan } }: RoundRecord) =>
  (dated: { readonly unit: UnitId; readonly from: Day; readonly until?: Day }): boolean =>
    plan !== undefined && units.has(dated.unit) && overlaps(dated)({ from: plan.from, until: plan.until });

const byMark = ({ mark }: Checked) => mark;
