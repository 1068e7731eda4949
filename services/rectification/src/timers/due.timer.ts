import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, MessageId, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { type Ticked, Timer } from '@redress/hosting/timer';
import { ReadModels } from '@redress/read-models/read-models';
import { comeDue } from '../come-due/come-due.js';
import { lookBackDue } from '../look-back-due/look-back-due.js';
import { Policies } from '../policy/policies.js';
import { type StandardsOn, typesEver } from '../policy/standards.js';
import { type Task, tasks } from '../task/task.js';
import { type Scan, scansFor } from './scan.js';
import { type Watched, watch } from './watch.js';

const PAGE = 500;
/** The rest of the service goes on meanwhile. */
const AT_ONCE = 8;

/** What is the same all day, unless another policy is adopted. */
type Outlook = {
  readonly today: Day;
  /** Of the policies and holidays. */
  readonly revision: number;
  readonly standardsOn: StandardsOn;
  readonly scans: readonly Scan[];
  /** At which revision there was nothing due on a task: until it changes, it need not be looked at again. */
  readonly nothingDue: Map<TaskId, number>;
};

/** Draws the cards that fall due, and says when somebody has to look whether a fix lasted. */
@Injectable()
export class DueTimer extends Timer {
  override readonly name = 'due';
  override readonly watches = watch;
  private outlook: Outlook | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {
    super();
  }

  override async tick(signal: AbortSignal): Promise<Ticked> {
    const happenedAt = this.clock.now();
    const outlook = await this.outlookOn(this.clock.dayOf(happenedAt));
    const by = { actor: { role: 'system' }, causationId: randomUUIDv7() as MessageId, happenedAt } as const;
    const sum = { done: 0, failed: 0 };
    for (const scan of outlook.scans) {
      const found = this.found(scan, outlook, signal);
      const takeTurns = async (): Promise<void> => {
        for await (const { id, caseId, revision } of found)
          try {
            const done = await this.fallDue(id, { ...by, correlationId: caseId }, outlook);
            if (done === 0) outlook.nothingDue.set(id, revision);
            sum.done += done;
          } catch {
            sum.failed += 1;
          }
      };
      const turns = Array.from({ length: AT_ONCE }, takeTurns);
      // What is begun is brought to its end before a failed scan is told.
      await Promise.allSettled(turns);
      await Promise.all(turns);
    }
    return sum;
  }

  private async outlookOn(today: Day): Promise<Outlook> {
    const book = await this.policies.book();
    const { revision } = book;
    const before = this.outlook;
    if (before?.today === today && before.revision === revision) return before;
    const standardsOn = await this.policies.eachDay();
    const scans = scansFor(today, standardsOn, typesEver(book));
    this.outlook = { today, revision, standardsOn, scans, nothingDue: new Map() };
    return this.outlook;
  }

  /** In pages; what is done meanwhile is found no more, and changes nothing about the pages that follow. */
  private async *found(scan: Scan, { nothingDue }: Outlook, signal: AbortSignal): AsyncGenerator<Watched> {
    let cursor: string | undefined;
    do {
      const page = await this.models.find(watch, { ...scan, limit: PAGE, cursor });
      for (const row of page.rows) {
        if (signal.aborted) return;
        if (nothingDue.get(row.id) !== row.revision) yield row;
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** How much was due on one task. Another copy may have been first: then it is nothing. */
  private async fallDue(
    taskId: TaskId,
    envelope: Envelope,
    { today, standardsOn }: Outlook,
  ): Promise<number> {
    let fallen = 0;
    const decide = (task: Task): readonly TaskEvent[] => {
      const due = [...comeDue({ taskId }, today, standardsOn)(task), ...lookBackDue({ taskId }, today)(task)];
      fallen = due.length;
      return due;
    };
    await transact(this.store, tasks, taskId, envelope, decide);
    return fallen;
  }
}
