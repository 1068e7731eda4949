import { Injectable } from '@nestjs/common';
import { lifted, streamOf } from '@redress/contracts/event';
import type { Act, ListRecusalActs } from '@redress/contracts/inspection/recusal-acts';
import { findingEvents } from '@redress/contracts/inspection/finding.events';
import { visitEvents } from '@redress/contracts/inspection/visit.events';
import { FindActs } from '@redress/contracts/rectification/find-acts';
import type { CaseId, FindingId, RoundId, TaskId, VisitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { ReadModels } from '@redress/read-models/read-models';
import { type StoredVisit, visitList } from '../visit-list/visit-list.js';
import type { Filter } from '@redress/read-models/read-models';
import { actsOfFinding } from './acts-of-finding.js';
import { actsOfVisit } from './acts-of-visit.js';
import { type FindingPlace, findingPlaces } from './finding-places.js';

const VISITS_A_PAGE = 50;
/** As many findings, or tasks, are asked for at once. */
const AT_ONCE = 200;

type Found = { readonly acts: readonly Act[]; readonly next?: string | undefined };

/** Where acts are found: those of visits and findings in their streams here, those on tasks with rectification. */
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
        return { acts: await this.inVisits([query.id as VisitId]) };
      case 'round':
        return this.page({ roundId: query.id as RoundId }, query);
      case 'case': {
        const caseId = query.id as CaseId;
        const found = await this.page({ caseId }, query);
        if (query.cursor) return found;
        const findings = await this.onFindings({ caseId });
        const tasks = await this.onTasks({ caseId });
        const known = new Set(findings.map(({ taskId }) => taskId).filter((taskId) => taskId !== undefined));
        const others = tasks.filter(({ taskId }) => !taskId || !known.has(taskId));
        return { ...found, acts: [...found.acts, ...findings, ...others] };
      }
    }
  }

  private async page(
    where: Filter<StoredVisit>,
    { limit = VISITS_A_PAGE, cursor }: ListRecusalActs,
  ): Promise<Found> {
    const { rows, next } = await this.models.find(visitList, { where, by: 'on', limit, cursor });
    return { acts: await this.inVisits(rows.map(({ id }) => id)), next };
  }

  /** What was done in some visits, with their findings, and on the tasks that those led to. */
  private async inVisits(visits: readonly VisitId[]): Promise<readonly Act[]> {
    const [acts, onFindings] = await Promise.all([
      Promise.all(visits.map((id) => this.inVisit(id))),
      visits.length > 0 ? this.onFindings({ visitId: { in: visits } }) : [],
    ]);
    return [...acts.flat(), ...onFindings];
  }

  private async onFindings(where: Filter<FindingPlace>): Promise<readonly Act[]> {
    const places: FindingPlace[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.models.find(findingPlaces, { where, by: 'id', limit: AT_ONCE, cursor });
      places.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    const acts = await Promise.all(places.map(({ id }) => this.onFinding(id)));
    const tasks = places.flatMap(({ taskId }) => taskId ?? []);
    const parts = Array.from({ length: Math.ceil(tasks.length / AT_ONCE) }, (_, part) =>
      tasks.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
    );
    const onTasks = await Promise.all(parts.map((some) => this.onTasks({ tasks: some })));
    return [...acts.flat(), ...onTasks.flat()];
  }

  private async onFinding(findingId: FindingId): Promise<readonly Act[]> {
    const history = await this.store.read(streamOf(findingEvents, findingId));
    return actsOfFinding(history.map((event) => lifted(findingEvents, event)));
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
