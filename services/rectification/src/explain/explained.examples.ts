import type { Actor } from '@redress/contracts/envelope';
import { envelope } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, Day, Instant, MessageId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { ledger } from '../ledger/ledger.js';
import type { Policies } from '../policy/policies.js';
import { policiesOf } from '../policy/policies.examples.js';
import { standards } from '../policy/standards.examples.js';
import { tasks } from '../task/task.js';
import { ExplainHandler } from './explain.handler.js';

const clock = new Clock('Asia/Shanghai');

/** A task whose events happened on days of their own, and those who may ask why. */
export class Explained {
  private readonly store = new InMemoryEventStore(clock);
  private readonly models = new InMemoryReadModels();
  private readonly handler: ExplainHandler;

  constructor(policies: Policies = policiesOf(standards)) {
    this.handler = new ExplainHandler(this.store, this.models, clock, policies);
  }

  /** As the fault or the forger had it: no rule is asked. */
  async happened(day: Day, by: Actor, ...events: readonly TaskEvent[]): Promise<void> {
    const causationId = `${day} ${events.map(({ type }) => type).join()}` as MessageId;
    const happenedAt = `${day}T08:00:00.000Z` as Instant;
    await transact(
      this.store,
      tasks,
      taskId,
      { ...envelope, actor: by, causationId, happenedAt },
      () => events,
    );
  }

  async card(cardId: CardId, actor: Actor) {
    await rebuild(this.store, this.models, ledger, new AbortController().signal);
    return this.handler.card({ taskId, cardId }, actor);
  }

  async deadline(actor: Actor) {
    await rebuild(this.store, this.models, ledger, new AbortController().signal);
    return this.handler.deadline({ taskId }, actor);
  }
}
