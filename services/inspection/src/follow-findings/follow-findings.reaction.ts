import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import { lifted, type Recorded } from '@redress/contracts/event';
import { caseOfFinding, partIdOf } from '@redress/contracts/inspection/finding-ids';
import { type FindingEvent, findingEvents } from '@redress/contracts/inspection/finding.events';
import type { FindingId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { findings } from '../finding/finding.js';
import { part, takeIn } from '../join-finding/join-finding.js';
import { Found } from '../must-find/found.js';
import { splitOff } from '../split-finding/split-finding.js';

type Of<Type extends FindingEvent['type']> = Extract<FindingEvent, { type: Type }>['data'];

/**
 * The other side of what happens between findings: one takes in what was joined into it, and gives it back; what is split off
 * is a finding of its own. And where something went that an item must have, there is a draft again.
 */
@Injectable()
export class FollowFindingsReaction extends Reaction {
  override readonly name = 'follow-findings';
  override readonly listensTo = 'inspection.finding.*';

  constructor(
    private readonly store: EventStore,
    private readonly found: Found,
  ) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const { type, data } = lifted<FindingEvent, Recorded>(findingEvents, recorded);
    switch (type) {
      case 'FindingJoined':
        return this.joined(data, recorded);
      case 'FindingGaveBack': {
        const { source, entryId, reason } = data;
        await transact(this.store, findings, source, envelopeOf(recorded, source), part({ entryId, reason }));
        return;
      }
      case 'FindingSplit':
        return this.split(data, recorded);
      case 'FindingRecorded':
      case 'FindingSplitOff':
      case 'FindingChanged':
      case 'FindingWithdrawn':
      case 'FindingRestored':
        return this.seeToIt(data.findingId, recorded);
      case 'FindingDrafted':
      case 'FindingCommunicated':
      case 'FindingCommented':
      case 'FindingTookIn':
      case 'FindingParted':
      case 'FindingItemsJudged':
      case 'FindingIssued':
      case 'FindingRefused':
      case 'FindingTaskFollowed':
    }
  }

  /** A target that was issued, joined or withdrawn itself meanwhile takes nothing in: the joining is undone, and says why. */
  private async joined(data: Of<'FindingJoined'>, recorded: Recorded): Promise<void> {
    const { findingId, into, entryId } = data;
    const source = await load(this.store, findings, findingId);
    if (source.status === 'unknown' || source.joining?.entryId !== entryId) return;
    const outcome = await transact(
      this.store,
      findings,
      into,
      envelopeOf(recorded, into),
      takeIn(data, source),
    );
    if (!('rejected' in outcome)) return;
    const undone = part({ entryId, because: outcome.rejected });
    await transact(this.store, findings, findingId, envelopeOf(recorded, findingId), undone);
  }

  /** Where another finding has the id since, it has one that nobody else makes up: no part is lost. */
  private async split(data: Of<'FindingSplit'>, recorded: Recorded): Promise<void> {
    const { findingId, entryId, newFindingId } = data;
    const whole = await load(this.store, findings, findingId);
    if (whole.status === 'unknown') return;
    for (const id of [newFindingId, partIdOf(findingId, entryId)]) {
      const decide = splitOff(data, id, whole, recorded.happenedAt);
      const outcome = await transact(this.store, findings, id, envelopeOf(recorded, id), decide);
      if (!('rejected' in outcome)) break;
    }
    await this.seeToIt(findingId, recorded);
  }

  private async seeToIt(findingId: FindingId, recorded: Recorded): Promise<void> {
    const finding = await load(this.store, findings, findingId);
    if (finding.status !== 'unknown') await this.found.seeToIt(finding.about.visitId, recorded);
  }
}

const envelopeOf = (recorded: Recorded, findingId: FindingId): Envelope => ({
  ...becauseOf(recorded),
  correlationId: caseOfFinding(findingId),
});
