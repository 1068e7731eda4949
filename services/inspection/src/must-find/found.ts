import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import { lifted, type Recorded, streamOf } from '@redress/contracts/event';
import { caseOfFinding, draftIdOf, partIdOf } from '@redress/contracts/inspection/finding-ids';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import type { EntryId, FindingId, ItemId, MessageId, VisitId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf } from '@redress/messaging/reaction';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { v5 as uuidOf } from 'uuid';
import { findingList } from '../finding-list/finding-list.js';
import { findings, type KnownFinding } from '../finding/finding.js';
import { visits } from '../visit/visit.js';
import { draft, judge, type Submission, withoutFinding } from './must-find.js';

const PAGE = 200;

/** Sees to it that what failed in a submitted visit and must have a finding has one, whatever happens in which order. */
@Injectable()
export class Found {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** By what the visit and its findings are now; because of an event, which may be any that concerns them. */
  async seeToIt(visitId: VisitId, because: Recorded): Promise<void> {
    const history = await this.store.read(streamOf(visits, visitId));
    const submission = submissionIn(history);
    if (!submission || submission.submitted.kind === 'self-check') return;

    for (const findingId of await this.findingsOf(visitId))
      await transact(
        this.store,
        findings,
        findingId,
        envelopeOf(because, findingId, 'judged'),
        judge(submission),
      );
    const visit = await load(this.store, visits, visitId);
    const known = await this.loaded(visitId);
    for (const failed of withoutFinding(submission, known)) {
      const answer = visit.status === 'unknown' ? undefined : visit.answers.get(failed.itemId);
      const findingId = await this.draftOf(visitId, failed);
      const envelope = envelopeOf(because, findingId, 'drafted');
      await transact(this.store, findings, findingId, envelope, draft(submission, failed, answer));
    }
  }

  /** Where the draft came to rest on something else since, the item has another one, which nobody else makes up either. */
  private async draftOf(
    visitId: VisitId,
    { itemId, entryId }: { readonly itemId: ItemId; readonly entryId: EntryId },
  ): Promise<FindingId> {
    for (let id = draftIdOf(visitId, itemId); ; id = partIdOf(id, entryId)) {
      const finding = await load(this.store, findings, id);
      if (finding.status === 'unknown') return id;
      if (finding.content.restsOn.some((rests) => rests.itemId === itemId)) return id;
    }
  }

  private async loaded(visitId: VisitId): Promise<readonly KnownFinding[]> {
    const ids = await this.findingsOf(visitId);
    const all = await Promise.all(ids.map((id) => load(this.store, findings, id)));
    return all.filter((finding) => finding.status !== 'unknown');
  }

  /** All that there are by now. */
  private async findingsOf(visitId: VisitId): Promise<readonly FindingId[]> {
    const answer = await answeredNow(this.store, this.models, [findingList], async () => {
      const ids: FindingId[] = [];
      for (let cursor: string | undefined; ;) {
        const query = { where: { visitId }, by: 'id', limit: PAGE, cursor } as const;
        const page = await this.models.find(findingList, query);
        ids.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
        if (cursor === undefined) return { ids };
      }
    });
    if ('rejected' in answer) throw new ServiceUnavailable('the findings are not listed yet');
    return answer.ids;
  }
}

/** As it was submitted last, unless it was given back since. */
const submissionIn = (history: readonly Recorded[]): Submission | undefined => {
  const last = history.findLast(({ type }) => type === 'VisitSubmitted' || type === 'VisitReopened');
  const event = last && lifted<VisitEvent, Recorded>(visitEvents, last);
  if (event?.type !== 'VisitSubmitted') return undefined;
  return { submitted: event.data, visitRevision: event.revision };
};

// What is written because of one event may come in several parts, each of them once.
const envelopeOf = (because: Recorded, findingId: FindingId, part: string): Envelope => ({
  ...becauseOf(because),
  correlationId: caseOfFinding(findingId),
  causationId: uuidOf(`${findingId} ${part}`, because.id) as MessageId,
});
