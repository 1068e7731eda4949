import { headers, type MsgHdrs } from '@nats-io/transport-node';
import { isAnonymous } from '@redress/contracts/anonymity';
import type { Actor } from '@redress/contracts/envelope';
import { measured } from '@redress/telemetry/measuring';
import type { Outcome } from '@redress/telemetry/metrics';
import { placeIn, textOf, TRACE_HEADER } from '@redress/telemetry/place';
import { idIn, type Scope } from '@redress/telemetry/scope';
import type { Place, Span } from '@redress/telemetry/span';
import { tracing } from '@redress/telemetry/tracing';
import { isFault } from './faults.js';

const REQUEST_HEADER = 'Redress-Request';

/** What goes beside a question that is asked while at work on something: to which request it belongs, and to which trace. */
export const headersOf = (about: Scope | undefined, asking: Span | undefined): MsgHdrs | undefined => {
  const requestId = about?.isAnonymous ? undefined : about?.requestId;
  if (!requestId && !asking) return undefined;
  const beside = headers();
  if (requestId) beside.set(REQUEST_HEADER, requestId);
  if (asking) beside.set(TRACE_HEADER, textOf(asking));
  return beside;
};

/** A question that came, while it is being answered. */
export type Asked = Scope & { from: Place | undefined; isCommand: boolean; isAnswered: boolean };

/** Who asks is not known before it was read. */
export const askedIn = (beside: MsgHdrs | undefined): Asked => ({
  isAnonymous: true,
  requestId: idIn(beside?.get(REQUEST_HEADER)),
  from: placeIn(beside?.get(TRACE_HEADER)),
  isCommand: false,
  isAnswered: false,
});

/** As it came: nothing of it was checked. */
type Question = {
  readonly envelope?: { readonly actor?: Partial<Actor> };
  readonly actor?: Partial<Actor>;
};

/** It was read: now it is known whether somebody without a name asks, of whom no trace is made. */
export const wasRead = (asked: Asked, subject: string, { envelope, actor }: Question): void => {
  asked.isAnonymous = hasNoName(envelope?.actor ?? actor);
  asked.isCommand = envelope !== undefined;
  if (asked.from && !asked.isAnonymous)
    asked.span = tracing()?.begin({ name: subject, kind: 'server', parent: asked.from });
};

/** Whoever names no role is taken for somebody without a name, and so is whoever acts without one. */
const hasNoName = ({ role, person }: Partial<Actor> = {}): boolean =>
  role === undefined || isAnonymous({ role, ...(person !== undefined && { person }) });

/** As it goes over the wire. */
export type Packet = { readonly isDisposed?: boolean; readonly err?: unknown; readonly response?: unknown };

export const wasAnswered = (asked: Asked, subject: string, packet: Packet): void => {
  if (asked.isAnswered) return;
  asked.isAnswered = true;
  const outcome = outcomeOf(packet);
  if (asked.isCommand) measured()?.answered(subject, outcome, asked.isAnonymous);
  asked.span?.end({ outcome, isFault: outcome === 'fault' || outcome === 'unavailable' });
};

const outcomeOf = ({ err, response }: Packet): Outcome => {
  if (err !== undefined && err !== null) return isFault(err) ? err.code : 'fault';
  return typeof response === 'object' && response !== null && 'rejected' in response
    ? 'rejected'
    : 'accepted';
};
