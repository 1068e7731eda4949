import type { Envelope } from '@redress/contracts/envelope';
import { type Recorded, streamOf } from '@redress/contracts/event';
import { envelope } from '@redress/contracts/rectification/people.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Instant, MessageId, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import type { Ticked } from '@redress/hosting/timer';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import type { Policies } from '../policy/policies.js';
import { policiesOf } from '../policy/policies.examples.js';
import { standards } from '../policy/standards.examples.js';
import { tasks } from '../task/task.js';
import { DueTimer } from './due.timer.js';
import { watch } from './watch.js';

/** Stands where it is put. */
export class MovedClock extends Clock {
  constructor(
    private moment: Instant,
    timeZone?: string,
  ) {
    super(timeZone);
  }

  override now(): Instant {
    return this.moment;
  }

  to(moment: string): void {
    this.moment = moment as Instant;
  }
}

/** A store, a watch over it that comes after only when it is told, and a clock that is moved by hand. */
export class Ticks {
  readonly clock: MovedClock;
  readonly store: InMemoryEventStore;
  readonly models = new InMemoryReadModels();

  constructor(
    now: string,
    private readonly policies: Policies = policiesOf(standards),
    timeZone?: string,
  ) {
    this.clock = new MovedClock(now as Instant, timeZone);
    this.store = new InMemoryEventStore(this.clock);
  }

  timer(): DueTimer {
    return new DueTimer(this.store, this.models, this.clock, this.policies);
  }

  async happened(taskId: TaskId, ...events: readonly TaskEvent[]): Promise<void> {
    const cause: Envelope = { ...envelope, causationId: `${taskId} ${events[0]?.type ?? ''}` as MessageId };
    await transact(this.store, tasks, taskId, cause, () => events);
  }

  /** Puts into the watch what has happened by now. */
  async watched(): Promise<void> {
    await rebuild(this.store, this.models, watch, new AbortController().signal);
  }

  async tick(timer = this.timer()): Promise<Ticked> {
    await this.watched();
    return timer.tick(new AbortController().signal);
  }

  async read(taskId: TaskId) {
    return this.store.read(streamOf(tasks, taskId));
  }

  /** Which cards were drawn for which days. */
  async cards(taskId: TaskId): Promise<readonly string[]> {
    const events = (await this.read(taskId)) as readonly (Recorded & TaskEvent)[];
    return events.flatMap(({ type, data }) => (type === 'CardDrawn' ? [`${data.colour} ${data.dueOn}`] : []));
  }
}
