import type { Answer, Reading } from '@redress/contracts/query';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { AnyProjection } from './projection.js';
import type { ReadModels } from './read-models.js';

/** How long a query waits for the position that it names before it asks the caller to come again. */
const PATIENCE_MS = 2_000;

/**
 * Answers a query once the read model has come as far as the query asks: `not-yet` when it does not in time,
 * `not-found` for undefined.
 */
export const answered = async <Reply extends object>(
  models: ReadModels,
  model: AnyProjection,
  { atLeast }: Reading,
  find: () => Promise<Reply | undefined>,
): Promise<Answer<Reply>> => {
  if (atLeast !== undefined && !(await models.reached(model, atLeast, PATIENCE_MS)))
    return { rejected: 'not-yet' };
  return (await find()) ?? { rejected: 'not-found' };
};

/**
 * Answers what others decide by: from read models that know of everything that was appended before it was asked;
 * `not-yet` when they do not in time.
 */
export const answeredNow = async <Reply extends object>(
  store: EventStore,
  models: ReadModels,
  of: readonly AnyProjection[],
  find: () => Promise<Reply | undefined>,
): Promise<Answer<Reply>> => {
  const last = await store.last();
  const reached = await Promise.all(of.map((model) => models.reached(model, last, PATIENCE_MS)));
  if (reached.includes(false)) return { rejected: 'not-yet' };
  return (await find()) ?? { rejected: 'not-found' };
};
