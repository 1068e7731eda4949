import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { Recorded } from '@redress/contracts/event';
import type { Change, Projection } from '@redress/read-models/projection';

/** As it was published: what is personal is sealed. */
export type KeptEvent = AuditedEvent & Pick<Recorded, 'sealed'>;

/** One row an event. The rows are made from what is published, not from a store, so nothing is projected. */
export const auditedEvents: Projection<never, KeptEvent> = {
  name: 'auditedEvents',
  version: 1,
  of: { name: 'audited', lifts: {} },
  indexes: [
    ['caseId', 'recordedAt'],
    ['person', 'recordedAt'],
    ['service', 'position'],
    ['type', 'recordedAt'],
    ['recordedAt'],
  ],
  search: [],
  on: {},
};

/** Sets the row of an event under the event's own id: an event that comes again changes nothing. */
export const kept = (service: string, { correlationId, ...event }: Recorded): Change<KeptEvent> => {
  const { person } = event.actor;
  return { put: { ...event, service, caseId: correlationId, ...(person && { person }) } };
};
