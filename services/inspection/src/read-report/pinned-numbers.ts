import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import type { KnownReport } from '../report/report.js';

/** With which numbers a report was issued; undefined before. */
export const pinnedNumbers = ({ issued, figures, notes }: KnownReport): ReportNumbers | undefined => {
  if (!issued) return undefined;
  const { rule, day, round, events } = issued;
  return { rule, day, round, events, figures, notes };
};
