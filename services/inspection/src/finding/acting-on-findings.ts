import { Injectable } from '@nestjs/common';
import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingId, UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { isOfOthers } from '../visit/of-others.js';
import type { Decide } from './decide.js';
import { type Finding, findings } from './finding.js';
import { type AtHand, FindingsAtHand } from './findings-at-hand.js';

type Rule = (known: AtHand) => Decide | Promise<Decide>;

/** Lets a rule decide on a finding, with what has to be known of its visit and of who acts. */
@Injectable()
export class ActingOnFindings {
  constructor(
    private readonly store: EventStore,
    private readonly atHand: FindingsAtHand,
  ) {}

  find(findingId: FindingId): Promise<Finding> {
    return load(this.store, findings, findingId);
  }

  /** From which visit a finding comes never changes, so that it does not matter what happens to it in between. */
  async act(
    findingId: FindingId,
    envelope: Envelope,
    rule: Rule,
    units: readonly UnitId[] = [],
  ): Promise<Outcome<FindingRejection>> {
    const finding = await this.find(findingId);
    if (finding.status === 'unknown' || isOfOthers(envelope.actor, finding.about.unit))
      return { rejected: 'no-such-finding' };
    const known = await this.atHand.of(finding.about.visitId, envelope, envelope.happenedAt, units);
    if (!known) return { rejected: 'no-such-visit' };
    return transact(this.store, findings, findingId, envelope, await rule(known));
  }
}
