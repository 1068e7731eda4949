import { headers } from '@nats-io/transport-node';
import type { Recorded } from '@redress/contracts/event';
import type { CaseId, Position } from '@redress/contracts/values';
import { isTraceable, placeOf, textOf, TRACE_HEADER } from '@redress/telemetry/place';
import type { Span } from '@redress/telemetry/span';
import { tracing } from '@redress/telemetry/tracing';
import type { Sending } from './flight.js';
import { subjectOf } from './subjects.js';

/** By which the broker knows a repeat. */
const ID_HEADER = 'Nats-Msg-Id';
export const POSITION_HEADER = 'Redress-Position';

/** How much is published before the broker has confirmed any of it. */
const MOST_IN_FLIGHT = { events: 256, bytes: 4_000_000 };

export type Publication = Sending & { readonly position: Position; readonly span: Span | undefined };

/**
 * While another server of a cluster takes over, the broker may lose the middle of a flight and keep its end. So there no
 * more than one event of a case is in flight: whatever is sent again, the events of a case are in the stream in their order.
 */
export function* flightsOf(
  service: string,
  events: readonly Recorded[],
  areServersMany: boolean,
): Iterable<readonly Publication[]> {
  let flight: Publication[] = [];
  let bytes = 0;
  const cases = new Set<CaseId>();
  for (const event of events) {
    const sending = sendingOf(service, event);
    const isFull =
      flight.length === MOST_IN_FLIGHT.events || bytes + sending.text.length > MOST_IN_FLIGHT.bytes;
    if (isFull || (areServersMany && cases.has(event.correlationId))) {
      yield flight;
      [flight, bytes] = [[], 0];
      cases.clear();
    }
    flight.push(sending);
    bytes += sending.text.length;
    cases.add(event.correlationId);
  }
  yield flight;
}

const sendingOf = (service: string, event: Recorded): Publication => {
  const { id, position } = event;
  const about = headers();
  about.set(ID_HEADER, id);
  about.set(POSITION_HEADER, position);
  const subject = subjectOf(service, event);
  const span = tracing() && isTraceable(event) ? begun(event) : undefined;
  if (span) about.set(TRACE_HEADER, textOf(span));
  return { subject, text: JSON.stringify(event), headers: about, position, span };
};

const begun = (event: Recorded): Span | undefined =>
  tracing()?.begin({
    name: 'publish',
    kind: 'producer',
    parent: placeOf(event),
    about: { 'redress.event': event.type, 'redress.event.id': event.id },
  });
