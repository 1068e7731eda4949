import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { lifted, type Recorded, streamOf } from '@redress/contracts/event';
import type { Answer } from '@redress/contracts/query';
import {
  type CardExplanation,
  type DeadlineExplanation,
  ExplainCard,
  ExplainDeadline,
} from '@redress/contracts/rectification/explain';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { fold } from '@redress/eventsourcing/aggregate';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answered } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { ledger } from '../ledger/ledger.js';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { maySee } from '../who-sees.js';
import { atHand } from './at-hand.js';
import type { Happened } from './causes.js';
import { type DrawnCard, explainCard } from './explain-card.js';
import { explainDeadline, type Setting, settingOf, termOfSetting } from './explain-deadline.js';
import { missingIn } from './versions.js';

/** From the log itself: the ledger only says who may see a task. */
@Controller()
export class ExplainHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(ExplainCard.subject)
  card(
    @Payload('query') query: ExplainCard,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<CardExplanation>> {
    return answered(this.models, ledger, query, async () => {
      const history = await this.historyFor(query, actor);
      const card = history.find(
        (event): event is DrawnCard => event.type === 'CardDrawn' && event.data.cardId === query.cardId,
      );
      return card && this.cardExplained(history, card);
    });
  }

  @MessagePattern(ExplainDeadline.subject)
  deadline(
    @Payload('query') query: ExplainDeadline,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<DeadlineExplanation>> {
    return answered(this.models, ledger, query, async () => {
      const history = await this.historyFor(query, actor);
      const task = fold(tasks, history);
      if (task.status === 'unassigned') return undefined;
      const setting = settingOf(history, task);
      return setting && explainDeadline(history, task, await this.meantBy(setting));
    });
  }

  /** The stream of the task; for whom it does not concern, nothing. */
  private async historyFor({ taskId }: ExplainDeadline, actor: Actor): Promise<readonly Happened[]> {
    const row = await this.models.get(ledger, taskId);
    if (!row || !(maySee(actor, row) || maySee(actor, { units: row.formerUnits }))) return [];
    return (await this.store.read(streamOf(tasks, taskId))).map((event) =>
      lifted<TaskEvent, Recorded>(tasks, event),
    );
  }

  private async cardExplained(history: readonly Happened[], card: DrawnCard): Promise<CardExplanation> {
    const { data, happenedAt } = card;
    const [byRule, bySum, byTerms] = await Promise.all([
      atHand(this.policies, data),
      atHand(this.policies, data.counted ?? data),
      atHand(this.policies, data.appealBy),
    ]);
    return explainCard(history, card, this.clock.dayOf(happenedAt), {
      missing: missingIn([byRule, bySum, byTerms]),
      byRule: byRule.standards,
      bySum: bySum.standards,
      byTerms: byTerms.standards,
      on: await this.policies.eachDay(),
    });
  }

  /** What was named by the office was not counted, nor granted by a calendar: then that of the day is as good as any. */
  private async meantBy(setting: Setting) {
    const day = this.clock.dayOf(setting.happenedAt);
    const { policy, calendar } = await this.policies.on(day);
    const granted = setting.type === 'ExtensionGranted' ? { policy: setting.data.policy } : {};
    const versions = {
      policy: policy.version,
      calendar: calendar.version,
      ...granted,
      ...termOfSetting(setting),
    };
    return { setting, day, ...(await atHand(this.policies, versions)) };
  }
}
