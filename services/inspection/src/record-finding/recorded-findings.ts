import { Injectable } from '@nestjs/common';
import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import { caseOfFinding } from '@redress/contracts/inspection/finding-ids';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { RecordFinding } from '@redress/contracts/inspection/record-finding';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { findings } from '../finding/finding.js';
import { FindingsAtHand } from '../finding/findings-at-hand.js';
import { recordFinding } from './record-finding.js';

/** Puts findings on record, one by one or out of a batch. */
@Injectable()
export class RecordedFindings {
  constructor(
    private readonly store: EventStore,
    private readonly atHand: FindingsAtHand,
  ) {}

  /** Each begins a case of its own, which is called by it. */
  async record(command: RecordFinding, envelope: Envelope): Promise<Outcome<FindingRejection>> {
    const { findingId, visitId, at = envelope.happenedAt } = command;
    const known = await this.atHand.of(visitId, envelope, at);
    if (!known) return { rejected: 'no-such-visit' };
    const decide = recordFinding(command, known.writer, envelope.happenedAt, known.ground);
    const correlationId = caseOfFinding(findingId);
    return transact(this.store, findings, findingId, { ...envelope, correlationId }, decide);
  }
}
