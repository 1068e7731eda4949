import type { WaitingCloseOut } from '@redress/contracts/rectification/close-out-desk';
import type { ToBeJudged } from '@redress/contracts/rectification/judges';
import type { TaskRow } from '@redress/contracts/rectification/ledger';
import { type Day, daysBetween, type Instant } from '@redress/contracts/values';

/** What was promised, what is claimed, and what is shown for it; undefined for a task of which nothing is asked. */
export const waitingCloseOut = (
  row: TaskRow & ToBeJudged,
  today: Day,
  dayOf: (at: Instant) => Day,
): WaitingCloseOut | undefined => {
  const request = row.closeOut && row.closeOuts[row.closeOut];
  if (!row.closeOut || !request) return undefined;
  const { caseId, title, leadUnit, supportingUnits, taskType, severity, problem, criterion, deadline } = row;
  const { card, revision, teams, judges } = row;
  const { summary, unfinished, signature, at: askedAt, by: askedBy } = request;
  const evidence = Object.values(row.evidence);
  return {
    id: row.closeOut,
    taskId: row.id,
    ...{ caseId, title, leadUnit, supportingUnits, taskType, criterion, deadline, revision },
    ...(severity !== undefined && { severity }),
    ...(problem !== undefined && { problem }),
    ...(card && { card }),
    measures: Object.values(row.measures),
    ...{ summary, unfinished, signature, askedAt },
    ...(askedBy && { askedBy }),
    waitingDays: Math.max(0, daysBetween(dayOf(askedAt), today)),
    evidence,
    evidenceChanged: evidence.some(({ sha256 }) => !request.evidence.includes(sha256)),
    ...(teams && { teams }),
    ...(judges && { judges }),
  };
};
