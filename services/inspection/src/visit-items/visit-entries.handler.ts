import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { lifted, type Recorded, streamOf } from '@redress/contracts/event';
import { ReadVisitEntries, SeeVisitFile, type VisitEntries } from '@redress/contracts/inspection/visit-items';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import type { Answer } from '@redress/contracts/query';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import type { VisitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import { maySee } from '../visit-list/who-sees.js';
import { entriesOf } from './visit-entries.js';

const NOT_FOUND = { rejected: 'not-found' } as const;

type Told = { readonly visit: KnownVisit; readonly history: readonly (VisitEvent & Recorded)[] };

/** From the stream itself, so that whatever position is named is in it. */
@Controller()
export class VisitEntriesHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(ReadVisitEntries.subject)
  async read(
    @Payload('query') query: ReadVisitEntries,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<VisitEntries>> {
    const told = await this.told(query.visitId, actor);
    return told ? entriesOf(told.visit, told.history, query) : NOT_FOUND;
  }

  @MessagePattern(SeeVisitFile.subject)
  async file(
    @Payload('query') { visitId, sha256 }: SeeVisitFile,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<EvidenceFile>> {
    const told = await this.told(visitId, actor);
    const entries = [...(told?.visit.entries.values() ?? [])];
    const files = entries.flatMap((entry) => ('item' in entry ? (entry.item.files ?? []) : []));
    return files.findLast((file) => file.sha256 === sha256) ?? NOT_FOUND;
  }

  private async told(visitId: VisitId, actor: Actor): Promise<Told | undefined> {
    const recorded = await this.store.read(streamOf(visits, visitId));
    const history = recorded.map((event) => lifted<VisitEvent, typeof event>(visitEvents, event));
    const visit = history.reduce<Visit>(visits.evolve, visits.initial);
    if (visit.status === 'unknown') return undefined;
    const { unit, kind } = visit.plan;
    const isHidden = kind === 'unscheduled' && visit.opened === undefined;
    return maySee(actor, { unit, isHidden }) ? { visit, history } : undefined;
  }
}
