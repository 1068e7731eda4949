import type { Written } from '@redress/contracts/command';
import type { NewEvent, Recorded } from '@redress/contracts/event';
import type { Position } from '@redress/contracts/values';
import { EventStore, type Slice } from '@redress/eventsourcing/event-store';
import { measured } from '@redress/telemetry/measuring';
import { isTraceable, keepsTheHour, placeOf, traceOf } from '@redress/telemetry/place';
import { scope } from '@redress/telemetry/scope';
import type { Span } from '@redress/telemetry/span';
import { tracing } from '@redress/telemetry/tracing';

/** Whether what is committed next holds something of somebody without a name. */
export class Commits {
  private isAnonymous = false;

  /** Something was asked for, and goes into the next commit. */
  waits(isAnonymous: boolean): void {
    this.isAnonymous ||= isAnonymous;
  }

  committed(appends: number): void {
    measured()?.committed(appends, this.isAnonymous);
    this.isAnonymous = false;
  }
}

/** The store, while it is watched how long an append takes and to which trace it belongs. What is stored is the same. */
export class ObservedEventStore extends EventStore {
  constructor(
    private readonly inner: EventStore,
    private readonly commits: Pick<Commits, 'waits'> = new Commits(),
  ) {
    super();
  }

  override append(stream: string, events: readonly NewEvent[], expected: number): Promise<Written> {
    const [first] = events;
    const about = scope();
    if (about && first) about.caseId = first.correlationId;
    if (!first || !(measured() ?? tracing())) return this.inner.append(stream, events, expected);
    return this.observed(first, stream, events, expected);
  }

  override read(stream: string, from?: number): Promise<readonly Recorded[]> {
    return this.inner.read(stream, from);
  }

  override shown(stream: string): Promise<readonly Recorded[]> {
    return this.inner.shown(stream);
  }

  override readAll(after: Position, prefixes: readonly string[], limit: number): Promise<Slice> {
    return this.inner.readAll(after, prefixes, limit);
  }

  override follow(after: Position, prefixes: readonly string[], signal: AbortSignal): AsyncIterable<Slice> {
    return this.inner.follow(after, prefixes, signal);
  }

  override last(): Promise<Position> {
    return this.inner.last();
  }

  private async observed(
    first: NewEvent,
    stream: string,
    events: readonly NewEvent[],
    expected: number,
  ): Promise<Written> {
    const isAnonymous = scope()?.isAnonymous === true || keepsTheHour(first);
    const span = isAnonymous ? undefined : begun(first);
    const began = performance.now();
    this.commits.waits(isAnonymous);
    try {
      const written = await this.inner.append(stream, events, expected);
      measured()?.appended((performance.now() - began) / 1_000, isAnonymous);
      if (span) for (const event of events) tell(event, span);
      span?.end();
      return written;
    } catch (error) {
      span?.end({ outcome: error instanceof Error ? error.name : 'fault', isFault: true });
      throw error;
    }
  }
}

/** Within what is going on; and by itself, as a timer appends, the first of the trace of its cause. */
const begun = ({ causationId, correlationId }: NewEvent): Span | undefined =>
  tracing()?.begin({
    name: 'append',
    kind: 'internal',
    ...(scope()?.span ? { parent: scope()?.span } : { trace: traceOf(causationId) }),
    about: { 'redress.case': correlationId },
  });

/** Whatever is later done with an event finds its place by the ids of the event, whichever process does it. */
const tell = (event: NewEvent, append: Span): void => {
  const { trace, span: id } = placeOf(event);
  const about = {
    'redress.event': event.type,
    'redress.event.id': event.id,
    'redress.case': event.correlationId,
  };
  const where = append.trace === trace ? { parent: append } : { trace, after: append };
  tracing()
    ?.begin({ name: event.type, kind: 'producer', id, ...where, about })
    .end();
};

/** The same store for whoever makes rows of it: each event that is fresh is traced until its slice is dealt with. */
export const followedBy = (name: string, store: EventStore): Pick<EventStore, 'follow'> => ({
  follow: (after, prefixes, signal) =>
    tracing() ? traced(name, store.follow(after, prefixes, signal)) : store.follow(after, prefixes, signal),
});

async function* traced(name: string, slices: AsyncIterable<Slice>): AsyncIterable<Slice> {
  for await (const slice of slices) {
    const spans = slice.events.filter(isTraceable).map((event) =>
      tracing()?.begin({
        name: `project ${name}`,
        kind: 'consumer',
        parent: placeOf(event),
        about: { 'redress.event': event.type, 'redress.event.id': event.id },
      }),
    );
    yield slice;
    for (const span of spans) span?.end();
  }
}
