import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { Counting } from './counting.js';
import type { RoundRecord } from './round-record.js';

/** So many stand in the report; how many there are is a number of it. */
const TOLD = 200;

/** What was noted in visits that were handed in, and not withdrawn. */
const practicesIn = ({ practices, visits }: RoundRecord) =>
  [...practices.standing.values()].filter(({ noted }) => visits.of(noted.visitId)?.submission !== undefined);

export const countPractices = (record: RoundRecord, counting: Counting): readonly Figure[] => [
  counting.count(
    'good-practices',
    practicesIn(record).map(({ mark }) => mark),
  ),
];

export const notePractices = (record: RoundRecord, counting: Counting): readonly ReportNote[] =>
  practicesIn(record)
    .slice(0, TOLD)
    .map(({ noted: { text, unit, visitId, practiceId }, mark }) =>
      counting.note('good-practice', text, [mark], { unit, visitId, practiceId }),
    );
