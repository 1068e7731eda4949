import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { CaseId } from '@redress/contracts/values';

/** In the order of recording; what one service recorded at the same moment, in the order of its store. */
export const historyOf = (caseId: CaseId, events: readonly AuditedEvent[]): CaseHistory => ({
  caseId,
  entries: inOrderOfRecording(events),
  complete: withoutGap(events),
});

/** Of what was done without a name only the hour is known: it comes not before what its service had recorded by then. */
const inOrderOfRecording = (events: readonly AuditedEvent[]): readonly AuditedEvent[] => {
  const latest = new Map<string, string>();
  const times = new Map<AuditedEvent, string>();
  for (const event of events.toSorted((a, b) => inOrder(placeOf(a), placeOf(b)))) {
    const { service, recordedAt } = event;
    const before = latest.get(service) ?? '';
    latest.set(service, recordedAt > before ? recordedAt : before);
    times.set(event, latest.get(service) ?? recordedAt);
  }
  const timeOf = (event: AuditedEvent): string => times.get(event) ?? event.recordedAt;
  return events.toSorted((a, b) => inOrder(timeOf(a), timeOf(b)) || inOrder(placeOf(a), placeOf(b)));
};

const placeOf = ({ service, position }: AuditedEvent): string => `${service} ${position}`;

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

// A stream belongs to one case, and its revisions begin with 0: as many events as the last revision says, and one.
const withoutGap = (events: readonly AuditedEvent[]): boolean => {
  const held = new Map<string, number>();
  for (const { stream } of events) held.set(stream, (held.get(stream) ?? 0) + 1);
  return events.every(({ stream, revision }) => revision < (held.get(stream) ?? 0));
};
