import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { lifted, streamOf } from '@redress/contracts/event';
import type { Act } from '@redress/contracts/inspection/recusal-acts';
import type { Answer } from '@redress/contracts/query';
import { type Acts, FindActs } from '@redress/contracts/rectification/find-acts';
import { taskEvents } from '@redress/contracts/rectification/task.events';
import type { CaseId, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { ledger } from '../ledger/ledger.js';
import { actsOnTask } from './acts-on-task.js';

const TASKS_A_PAGE = 200;

/** Who judged which task: what recusal is proved by. */
@Controller()
export class ActsHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(FindActs.subject)
  async find(
    @Payload('query') { tasks = [], caseId }: FindActs,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Acts>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    return answeredNow(this.store, this.models, [ledger], async () => {
      const ofCase = caseId ? await this.tasksOf(caseId) : [];
      const acts = await Promise.all([...new Set([...tasks, ...ofCase])].map((id) => this.on(id)));
      return { acts: acts.flat() };
    });
  }

  private async tasksOf(caseId: CaseId): Promise<readonly TaskId[]> {
    const found: TaskId[] = [];
    let cursor: string | undefined;
    do {
      const where = { caseId };
      const page = await this.models.find(ledger, { where, by: 'deadline', limit: TASKS_A_PAGE, cursor });
      found.push(...page.rows.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  }

  private async on(taskId: TaskId): Promise<readonly Act[]> {
    const history = await this.store.read(streamOf(taskEvents, taskId));
    return actsOnTask(
      history.map((event) => lifted(taskEvents, event)),
      (at) => this.clock.dayOf(at),
    );
  }
}
