import { Injectable } from '@nestjs/common';
import { lifted, streamOf } from '@redress/contracts/event';
import type { Act, ListRecusalActs } from '@redress/contracts/inspection/recusal-acts';
import { visitEvents } from '@redress/contracts/inspection/visit.events';
import { FindActs } from '@redress/contracts/rectification/find-acts';
import type { CaseId, RoundId, TaskId, VisitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { ReadModels } from '@redress/read-models/read-models';
import { type StoredVisit, visitList } from '../visit-list/visit-list.js';
import type { Filter } from '@redress/read-models/read-models';
import { actsOfVisit } from './acts-of-visit.js';

const VISITS_A_PAGE = 50;

type Found = { readonly acts: readonly Act[]; readonly next?: string | undefined };

/** Where acts are found: those of visits in their streams here, those on tasks with rectification. */
@Injectable()
export class ActSources {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly services: Services,
    private readonly clock: Clock,
  ) {}

  /** @throws ServiceUnavailable while rectification does not answer: half the acts are no answer. */
  async of(query: ListRecusalActs): Promise<Found> {
    switch (query.of) {
      case 'task':
        return { acts: await this.onTasks({ tasks: [query.id as TaskId] }) };
      case 'visit':
        return { acts: await this.inVisit(query.id as VisitId) };
      case 'round':
        return this.inVisits({ roundId: query.id as RoundId }, query);
      case 'case': {
        const found = await this.inVisits({ caseId: query.id as CaseId }, query);
        const onTasks = query.cursor ? [] : await this.onTasks({ caseId: query.id as CaseId });
        return { ...found, acts: [...found.acts, ...onTasks] };
      }
    }
  }

  private async inVisits(
    where: Filter<StoredVisit>,
    { limit = VISITS_A_PAGE, cursor }: ListRecusalActs,
  ): Promise<Found> {
    const { rows, next } = await this.models.find(visitList, { where, by: 'on', limit, cursor });
    const acts = await Promise.all(rows.map(({ id }) => this.inVisit(id)));
    return { acts: acts.flat(), next };
  }

  private async inVisit(visitId: VisitId): Promise<readonly Act[]> {
    const history = await this.store.read(streamOf(visitEvents, visitId));
    return actsOfVisit(
      history.map((event) => lifted(visitEvents, event)),
      (at) => this.clock.dayOf(at),
    );
  }

  private async onTasks(asked: FindActs): Promise<readonly Act[]> {
    const answer = await this.services.ask(FindActs, asked, { role: 'system' });
    if ('rejected' in answer) throw new ServiceUnavailable('rectification does not say');
    return answer.acts;
  }
}
