import type { Figure, ReportNote } from '@redress/contracts/inspection/report-numbers';
import { type Counting, grouped } from './counting.js';
import type { RoundRecord } from './round-record.js';
import { inspectedIn, type Submitted } from './submitted.js';

/** So many of what was said of each item that failed stand in the report. */
const EXAMPLES = 3;

type Failed = { readonly visit: Submitted; readonly item: Submitted['submission']['failed'][number] };

/** Typical problems: which items failed, in how many visits, the most frequent first; and in which units. */
export const countFailedItems = (record: RoundRecord, counting: Counting): readonly Figure[] => [
  ...failedItems(record).map((failures) => {
    const [last] = failures.slice(-1);
    return counting.count(
      'item-failed',
      failures.map(({ visit }) => visit.said),
      last && { ...itemOf(last), text: { ...last.item.text } },
    );
  }),
  ...[...grouped(inspectedIn(record).filter(hasFailed), ({ plan }) => plan.unit)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([unit, visits]) => {
      const failed = visits.flatMap(({ submission }) => submission.failed);
      const marks = visits.map(({ said }) => said);
      return counting.figure('unit-failed', failed.length, marks, { unit });
    }),
];

/** What inspectors wrote beside the answers that failed, of each item the first few. */
export const noteFailedItems = (record: RoundRecord, counting: Counting): readonly ReportNote[] =>
  failedItems(record).flatMap((failures) =>
    failures
      .flatMap((failure) => {
        const { visit, item } = failure;
        const remark = visit.remarks.get(item.entryId);
        const { unit, visitId } = visit.plan;
        const about = { unit, visitId, ...itemOf(failure) };
        return remark ? [{ remark, about }] : [];
      })
      .slice(0, EXAMPLES)
      .map(({ remark: { text, mark }, about }) => counting.note('failed-item', text, [mark], about)),
  );

const hasFailed = ({ submission }: Submitted): boolean => submission.failed.length > 0;

const itemOf = ({ visit, item }: Failed) => {
  const { checklistId } = visit.plan;
  return { checklistId, itemId: item.itemId };
};

const failedItems = (record: RoundRecord): readonly (readonly Failed[])[] => {
  const failures = inspectedIn(record)
    .toSorted((one, other) => (one.said.position < other.said.position ? -1 : 1))
    .flatMap((visit) => visit.submission.failed.map((item) => ({ visit, item })));
  const byItem = grouped(failures, ({ visit, item }) => `${visit.plan.checklistId} ${item.itemId}`);
  return [...byItem]
    .toSorted(([one, { length }], [other, { length: others }]) => others - length || (one < other ? -1 : 1))
    .map(([, failed]) => failed);
};
