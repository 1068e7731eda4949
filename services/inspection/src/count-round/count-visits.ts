import type { Figure } from '@redress/contracts/inspection/report-numbers';
import { ITEM_RESULTS, VISIT_KINDS, type VisitStatus } from '@redress/contracts/inspection/visit-words';
import { type Counting, grouped, sum } from './counting.js';
import type { RoundRecord } from './round-record.js';
import { inspectedIn, selfCheckedIn, type Submitted } from './submitted.js';

const UNDER_WAY: readonly VisitStatus[] = ['planned', 'opened', 'signed'];

/** By what method the units were looked at: which visits, by which checklists, whom was spoken with, how many items. */
export const countVisits = (record: RoundRecord, counting: Counting): readonly Figure[] => {
  const { all } = record.visits;
  const inspected = inspectedIn(record);
  const submitted = [...inspected, ...selfCheckedIn(record)];
  const saidBy = (visits: readonly { readonly said: Submitted['said'] }[]) => visits.map(({ said }) => said);
  const withStatus = (...statuses: readonly VisitStatus[]) =>
    saidBy(all.filter(({ status }) => statuses.includes(status)));
  const byChecklist = [...grouped(inspected, ({ plan }) => checklistKey(plan))].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const met = inspected.flatMap((visit) => [...visit.met.values()]);
  return [
    ...VISIT_KINDS.map((kind) =>
      counting.count('visits', saidBy(submitted.filter(({ plan }) => plan.kind === kind)), { kind }),
    ),
    counting.count('visits-under-way', withStatus(...UNDER_WAY)),
    counting.count(
      'visits-moved',
      all.flatMap(({ moves }) => moves),
    ),
    counting.count('visits-cancelled', withStatus('cancelled')),
    counting.count('visits-missed', withStatus('missed')),
    counting.count(
      'visits-given-back',
      all.flatMap(({ reopenings }) => reopenings),
    ),
    ...byChecklist.flatMap(([, visits]) => {
      const [first] = visits;
      if (!first) return [];
      const { checklistId, checklistVersion } = first.plan;
      return counting.count('checklist-visits', saidBy(visits), { checklistId, checklistVersion });
    }),
    counting.figure(
      'inspectors',
      new Set(inspected.flatMap(({ submission }) => submission.inspectors)).size,
      saidBy(inspected),
    ),
    counting.figure('people-met', met.length, met),
    ...ITEM_RESULTS.map((result) =>
      counting.figure(
        'items',
        sum(inspected.map(({ submission }) => submission.results[result])),
        saidBy(inspected.filter(({ submission }) => submission.results[result] > 0)),
        { result },
      ),
    ),
  ];
};

const checklistKey = ({ checklistId, checklistVersion }: Submitted['plan']): string =>
  `${checklistId} ${String(checklistVersion).padStart(5, '0')}`;
