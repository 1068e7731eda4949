import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { asKept, isAnonymous } from '@redress/contracts/anonymity';
import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import { type Event, type NewEvent, type Stored, streamOf, versioned } from '@redress/contracts/event';
import { type CaseId, type MessageId, START } from '@redress/contracts/values';
import { type Aggregate, fold } from './aggregate.js';
import type { Decision } from './decision.js';
import { type EventStore, PersonIsErased, WrongRevision } from './event-store.js';

const ATTEMPTS = 8;

/**
 * Loads a stream, lets `decide` look at its state and appends what it decided.
 *
 * When somebody else wrote in between, the decision is taken anew on the newer state: `decide` may run more than
 * once and must be pure. A command whose `causationId` already stands in the stream is a repeat: it is answered
 * as it was the first time. A stream belongs to one case, that of its first event. Of whoever acts without a name the
 * events have no time but the hour, and ids that say none.
 *
 * @throws WrongRevision when others were first eight times in a row; nothing was written then.
 */
export async function transact<State, E extends Event, Reason extends string>(
  store: EventStore,
  aggregate: Aggregate<State, E>,
  id: string,
  envelope: Envelope,
  decide: (state: State) => Decision<E, Reason>,
): Promise<Outcome<Reason>> {
  const stream = streamOf(aggregate, id);
  for (let attempt = 1; ; attempt += 1) {
    const history = await store.read(stream);
    const before = history.findLast(({ causationId }) => causationId === envelope.causationId);
    if (before) return { revision: before.revision, position: before.position };

    const decision = decide(fold(aggregate, history));
    if ('rejected' in decision) return decision;

    const { revision, position } = history.at(-1) ?? { revision: -1, position: START };
    if (decision.length === 0) return { revision, position };
    if (envelope.expectedRevision !== undefined && envelope.expectedRevision !== revision)
      return { rejected: 'changed-meanwhile' };

    const { correlationId } = history.at(0) ?? envelope;
    const events = decision.map((event) => stamped(versioned(aggregate, event), envelope, correlationId));
    try {
      return await store.append(stream, events, revision);
    } catch (error) {
      if (error instanceof PersonIsErased) return { rejected: 'person-is-erased' };
      if (!(error instanceof WrongRevision) || attempt === ATTEMPTS) throw error;
      await pause(Math.random() * 2 ** attempt);
    }
  }
}

const stamped = (
  event: Stored,
  { actor: { scopes: _scopes, ...actor }, causationId, happenedAt }: Envelope,
  correlationId: CaseId,
): NewEvent => ({
  ...event,
  id: (isAnonymous(actor) ? randomUUID() : randomUUIDv7()) as string as MessageId,
  actor,
  correlationId,
  causationId,
  happenedAt: asKept(happenedAt, actor),
});
