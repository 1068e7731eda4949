import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AnswerItem,
  type BatchWritten,
  NotePersonMet,
  OpenVisit,
  type RefusedFinding,
  SubmitBatch,
} from '@redress/contracts/inspection/fill-in-visit';
import { FINDING_REJECTIONS } from '@redress/contracts/inspection/finding-words';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { Instant, VisitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { RecordedFindings } from '../record-finding/recorded-findings.js';
import { visits } from '../visit/visit.js';
import type { Writing } from './entries.js';
import { type BatchFate, fateOfBatch, type OneEntry, recordEntry, refusedOf } from './fill-in-visit.js';
import { openAt } from './open-visit.js';
import { Writings } from './writings.js';

type Reply = Promise<Outcome<VisitRejection>>;

@Controller()
export class FillInVisitHandler {
  constructor(
    private readonly store: EventStore,
    private readonly writings: Writings,
    private readonly findings: RecordedFindings,
  ) {}

  @MessagePattern(OpenVisit.subject)
  async open(@Payload('command') { visitId }: OpenVisit, @Payload('envelope') envelope: Envelope): Reply {
    const { actor, happenedAt: now } = envelope;
    const writing = await this.writings.in(visitId, envelope, [now]);
    if (!writing) return { rejected: 'no-such-visit' };
    const decide = openAt(now, actor, writing.standingAt(now), now);
    return transact(this.store, visits, visitId, envelope, decide);
  }

  @MessagePattern(AnswerItem.subject)
  answer(
    @Payload('command') { visitId, entryId, at, ...item }: AnswerItem,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    return this.recorded(visitId, { entryId, item, ...(at && { at }) }, envelope);
  }

  @MessagePattern(NotePersonMet.subject)
  met(
    @Payload('command') { visitId, entryId, at, ...met }: NotePersonMet,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    return this.recorded(visitId, { entryId, met, ...(at && { at }) }, envelope);
  }

  @MessagePattern(SubmitBatch.subject)
  async batch(
    @Payload('command') command: SubmitBatch,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<VisitRejection, BatchWritten>> {
    const { visitId, entries, openedAt } = command;
    const moments = [...entries.map(({ at }) => at), ...(openedAt ? [openedAt] : [])];
    const writing = await this.writings.in(visitId, envelope, moments);
    if (!writing) return { rejected: 'no-such-visit' };
    let fate: BatchFate | undefined;
    const written = await transact(this.store, visits, visitId, envelope, (visit) => {
      fate = fateOfBatch(command, writing)(visit);
      return fate.decision;
    });
    if ('rejected' in written) return written;
    const refused = fate ? fate.refused : await this.refusedBefore(command, writing);
    return { ...written, refused, refusedFindings: await this.found(command, envelope) };
  }

  /** Of a repeat, on which nothing is decided. */
  private async refusedBefore(command: SubmitBatch, writing: Writing): Promise<BatchWritten['refused']> {
    const after = await load(this.store, visits, command.visitId);
    return after.status === 'unknown' ? [] : refusedOf(command, writing)(after);
  }

  /** Each begins a stream of its own, once, however often the batch is sent; those that cannot be are told. */
  private async found(
    { visitId, findings = [] }: SubmitBatch,
    { expectedRevision: _, ...envelope }: Envelope,
  ): Promise<BatchWritten['refusedFindings']> {
    const refused: RefusedFinding[] = [];
    for (const finding of findings.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
      const outcome = await this.findings.record({ ...finding, visitId }, envelope);
      const reason = 'rejected' in outcome && FINDING_REJECTIONS.find((one) => one === outcome.rejected);
      if (reason) refused.push({ findingId: finding.findingId, reason });
    }
    return refused;
  }

  private async recorded(visitId: VisitId, entry: OneEntry, envelope: Envelope): Reply {
    const moments: readonly Instant[] = [entry.at ?? envelope.happenedAt];
    const writing = await this.writings.in(visitId, envelope, moments);
    if (!writing) return { rejected: 'no-such-visit' };
    const decide = recordEntry(visitId, entry, writing);
    return transact(this.store, visits, visitId, envelope, decide);
  }
}
