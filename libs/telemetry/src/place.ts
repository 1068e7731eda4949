import { hourOf, isAnonymous } from '@redress/contracts/anonymity';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { MessageId } from '@redress/contracts/values';
import type { Place } from './span.js';

export const TRACE_HEADER = 'traceparent';

/** As W3C spells it in a header. */
export const textOf = ({ trace, span }: Place): string => `00-${trace}-${span}-01`;

/** Undefined where none is, or none that can be read. */
export const placeIn = (text: string | undefined): Place | undefined => {
  const [, trace, span] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-01$/.exec(text ?? '') ?? [];
  return trace && span ? { trace, span } : undefined;
};

/** A command and all that follows from it at once are one trace, whose id is that of the command. */
export const traceOf = (cause: MessageId): string => cause.replaceAll('-', '');

/** The place of an event in the trace of what caused it. It is in the ids of the event, so it need not travel with it. */
export const placeOf = ({ id, causationId }: Pick<NewEvent, 'id' | 'causationId'>): Place => ({
  trace: traceOf(causationId),
  span: id.replaceAll('-', '').slice(16),
});

/** An event that has no time but the hour, and one that followed from such a one by itself. */
export const keepsTheHour = ({ actor, happenedAt }: Pick<NewEvent, 'actor' | 'happenedAt'>): boolean =>
  isAnonymous(actor) || (actor.role === 'system' && happenedAt === hourOf(happenedAt));

/** When a log is read anew, what is done with old events belongs to no trace that anybody looks at. */
const FRESH_MS = 60_000;

export const isTraceable = (event: Recorded): boolean =>
  !keepsTheHour(event) && Date.now() - Date.parse(event.recordedAt) < FRESH_MS;
