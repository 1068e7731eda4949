import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import {
  type Act,
  type JudgedAct,
  ListRecusalActs,
  type RecusalActs,
  type VerdictOfAct,
  VERDICTS_OF_ACTS,
} from '@redress/contracts/inspection/recusal-acts';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { visitList } from '../visit-list/visit-list.js';
import { findingPlaces } from './finding-places.js';
import { ActSources } from './act-sources.js';
import { KnownNow } from './known-now.js';
import { judgedAct } from './judged-act.js';

const MAY_ASK: readonly Actor['role'][] = ['office', 'leading-group', 'auditor'];

/** Was anyone conflicted? From history, as of the day of each act. */
@Controller()
export class RecusalActsHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly sources: ActSources,
    private readonly now: KnownNow,
  ) {}

  @MessagePattern(ListRecusalActs.subject)
  list(
    @Payload('query') query: ListRecusalActs,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<RecusalActs>> {
    return answeredNow(this.store, this.models, [visitList, findingPlaces], async () => {
      if (!MAY_ASK.includes(actor.role)) return undefined;
      const { acts, next } = await this.sources.of(query);
      const known = await this.now.about(acts);
      const judged = acts.toSorted(byTime).map((act) => judgedAct(act, known(act)));
      const rows = query.only ? judged.filter(({ verdict }) => verdict !== 'clear') : judged;
      return { verdicts: counted(judged), rows, ...(next && { next }) };
    });
  }
}

const byTime = (one: Act, other: Act): number => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1);

const counted = (acts: readonly JudgedAct[]): RecusalActs['verdicts'] =>
  Object.fromEntries(
    VERDICTS_OF_ACTS.map((verdict) => [verdict, acts.filter((act) => act.verdict === verdict).length]),
  ) as Record<VerdictOfAct, number>;
