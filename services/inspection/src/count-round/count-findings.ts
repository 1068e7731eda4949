import type { FindingStatus } from '@redress/contracts/inspection/finding-words';
import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { Day, UnitId } from '@redress/contracts/values';
import { type Counting, grouped } from './counting.js';
import type { FindingRecord } from './finding-record.js';
import type { RoundRecord } from './round-record.js';
import type { Mark } from './span.js';

/** So many bases stand in the report, the most frequent; of each so many examples. */
const BASES = 50;
const EXAMPLES = 3;

/** Whether a finding stands: somebody put it into words, it is no part of another one, and nobody took it back. */
const STANDS: Readonly<Record<FindingStatus, boolean>> = {
  drafted: false,
  recorded: true,
  communicated: true,
  joined: false,
  issued: true,
  'in-hand': true,
  closed: true,
  withdrawn: false,
};

/** What was found, how grave it is, where and against which rule; and what came of it. */
export const countFindings = (record: RoundRecord, day: Day, counting: Counting): readonly Figure[] => {
  const { all } = record.findings;
  const standing = standingIn(record);
  const withStatus = (status: FindingStatus, markOf: (one: FindingRecord) => Mark) =>
    all.filter(({ finding }) => finding.status === status).map(markOf);
  const bySeverity = inOrder(grouped(standing, severityOf));
  const byUnit = inOrder(grouped(standing, (one) => `${one.finding.about.unit} ${severityOf(one)}`));
  return [
    counting.count(
      'findings',
      standing.map(({ begun }) => begun),
    ),
    ...bySeverity.map(([severity, found]) =>
      counting.count('findings-of-severity', found.map(byWords), { severity }),
    ),
    ...byUnit.flatMap(([key, found]) => {
      const unit = key.slice(0, key.indexOf(' ')) as UnitId;
      const severity = key.slice(key.indexOf(' ') + 1);
      return counting.count('unit-findings', found.map(byWords), { unit, severity });
    }),
    ...basesIn(record).map(([basis, found]) =>
      counting.count('findings-on-basis', found.map(byWords), { basis }),
    ),
    counting.count('findings-unworded', withStatus('drafted', byWords)),
    counting.count('findings-joined', withStatus('joined', byStanding)),
    counting.count(
      'findings-withdrawn',
      withStatus('withdrawn', ({ finding, standing: said, followed }) =>
        finding.withdrawal ? said : (followed ?? said),
      ),
    ),
    ...countTasks(all, day, counting),
  ];
};

/** Some of the facts that were found against each rule. */
export const noteFindings = (record: RoundRecord, counting: Counting): readonly ReportNote[] =>
  basesIn(record).flatMap(([basis, found]) =>
    found.slice(0, EXAMPLES).map(({ finding, worded }) => {
      const { unit, visitId, findingId } = finding.about;
      return counting.note('finding', finding.content.fact, [worded], { unit, visitId, findingId, basis });
    }),
  );

/** 限期改进: what became a task, and how that stands on the day, as rectification was heard of it. */
const countTasks = (all: readonly FindingRecord[], day: Day, counting: Counting): readonly Figure[] => {
  const issued = all.filter(({ finding }) => finding.issuing ?? finding.task);
  const followed = all.flatMap(({ finding: { task }, followed: mark }) =>
    task && mark ? [{ task, mark }] : [],
  );
  const isOpen = ({ task }: (typeof followed)[number]): boolean =>
    task.standing !== 'closed' && task.standing !== 'withdrawn';
  const marked = (some: typeof followed) => some.map(({ mark }) => mark);
  return [
    counting.count(
      'tasks-issued',
      issued.flatMap(({ issued: mark }) => mark ?? []),
    ),
    counting.count(
      'tasks-awaited',
      issued.filter(({ finding }) => !finding.task).flatMap(({ issued: mark }) => mark ?? []),
    ),
    counting.count('tasks-open', marked(followed.filter(isOpen))),
    counting.count('tasks-overdue', marked(followed.filter((one) => isOpen(one) && one.task.deadline < day))),
    counting.count('tasks-done', marked(followed.filter(({ task }) => task.standing === 'closed'))),
    counting.count('tasks-withdrawn', marked(followed.filter(({ task }) => task.standing === 'withdrawn'))),
  ];
};

const standingIn = ({ findings }: RoundRecord): readonly FindingRecord[] =>
  findings.all.filter(({ finding }) => STANDS[finding.status]);

/** The most frequent first. */
const basesIn = (record: RoundRecord): readonly (readonly [string, readonly FindingRecord[]])[] =>
  [...grouped(standingIn(record), ({ finding }) => finding.content.basis)]
    .toSorted(([one, { length }], [other, { length: others }]) => others - length || (one < other ? -1 : 1))
    .slice(0, BASES);

const inOrder = <Item>(groups: ReadonlyMap<string, readonly Item[]>) =>
  [...groups].toSorted(([one], [other]) => (one < other ? -1 : 1));

const severityOf = ({ finding }: FindingRecord): string => finding.content.severity ?? '';
const byWords = ({ worded }: FindingRecord): Mark => worded;
const byStanding = ({ standing }: FindingRecord): Mark => standing;
