import { envelope } from '@redress/contracts/rectification/people.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import type { ReadModels } from '@redress/read-models/read-models';
import { tasks } from './task/task.js';

type History = readonly [TaskEvent, ...TaskEvent[]];

/** The rows of a desk after the histories of some tasks; each history is a day older than the one before. */
export const deskAfter = async <Row extends AnyRow>(
  desk: Projection<TaskEvent, Row>,
  ...histories: readonly History[]
): Promise<ReadModels> => (await rowsAndEvents(desk, ...histories)).models;

/** The same, with the events. */
export const rowsAndEvents = async <Row extends AnyRow>(
  desk: Projection<TaskEvent, Row>,
  ...histories: readonly History[]
): Promise<{ readonly models: ReadModels; readonly store: EventStore }> => {
  const store = new InMemoryEventStore(new Clock());
  const models = new InMemoryReadModels();
  for (const [daysAgo, history] of histories.entries()) {
    const happenedAt = new Date(Date.parse(envelope.happenedAt) - daysAgo * 86_400_000).toISOString();
    const { taskId } = history[0].data;
    const then = { ...envelope, happenedAt: happenedAt as Instant };
    await transact(store, tasks, taskId, then, () => history);
  }
  await rebuild(store, models, desk, new AbortController().signal);
  return { models, store };
};

/** The ids on a page, or why there is none. */
export const idsOn = <Id>(
  answer: { readonly rejected: string } | { readonly rows: readonly { readonly id: Id }[] },
): readonly Id[] | string => ('rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id));
