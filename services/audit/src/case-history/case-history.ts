import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { CaseId } from '@redress/contracts/values';

/** In the order of recording; what one service recorded at the same moment, in the order of its store. */
export const historyOf = (caseId: CaseId, events: readonly AuditedEvent[]): CaseHistory => ({
  caseId,
  entries: events.toSorted((a, b) => inOrder(a.recordedAt, b.recordedAt) || inOrder(placeOf(a), placeOf(b))),
  complete: withoutGap(events),
});

const placeOf = ({ service, position }: AuditedEvent): string => `${service} ${position}`;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A stream belongs to one case, and its revisions begin with 0: as many events as the last revision says, and one.
const withoutGap = (events: readonly AuditedEvent[]): boolean => {
  const held = new Map<string, number>();
  for (const { stream } of events) held.set(stream, (held.get(stream) ?? 0) + 1);
  return events.every(({ stream, revision }) => revision < (held.get(stream) ?? 0));
};
