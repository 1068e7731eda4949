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

/** What is asked while at work on a request says of which: within, since headers would have to be read. */
export const asking = <Payload extends object>(payload: Payload, about: Scope | undefined): Payload =>
  about?.requestId === undefined || about.isAnonymous ? payload : { ...payload, requestId: about.requestId };

export const headersOf = (span: Span | undefined): MsgHdrs | undefined => {
  if (!span) return undefined;
  const beside = headers();
  beside.set(TRACE_HEADER, textOf(span));
  return beside;
};

/** A question that came, while it is being answered. */
export type Asked = Scope & { from: Place | undefined; isCommand: boolean; isAnswered: boolean };

/** Who asks is not known before it was read. */
export const askedIn = (beside: MsgHdrs | undefined): Asked => ({
  isAnonymous: true,
  from: placeIn(beside?.get(TRACE_HEADER)),
  isCommand: false,
  isAnswered: false,
});

/** As it came: nothing of it was checked. */
type Question = {
  readonly envelope?: { readonly actor?: Partial<Actor> };
  readonly actor?: Partial<Actor>;
  readonly requestId?: unknown;
};

/** It was read: now it is known whether somebody without a name asks, of whom no trace is made. */
export const wasRead = (asked: Asked, subject: string, { envelope, actor, requestId }: Question): void => {
  asked.isAnonymous = hasNoName(envelope?.actor ?? actor);
  asked.requestId = idIn(requestId);
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
