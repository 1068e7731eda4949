import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import {
  CommentOnFinding,
  CommunicateFinding,
  IssueFinding,
} from '@redress/contracts/inspection/issue-finding';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { commentOnFinding, communicateFinding } from '../communicate-finding/communicate-finding.js';
import { ActingOnFindings } from '../finding/acting-on-findings.js';
import { findings } from '../finding/finding.js';
import { FindingsAtHand } from '../finding/findings-at-hand.js';
import { issueFinding } from './issue-finding.js';

type Reply = Promise<Outcome<FindingRejection>>;

/** A finding on its way to the unit and into the ledger. */
@Controller()
export class IssueFindingHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly acting: ActingOnFindings,
    private readonly atHand: FindingsAtHand,
  ) {}

  @MessagePattern(CommunicateFinding.subject)
  communicate(
    @Payload('command') { findingId }: CommunicateFinding,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    return this.acting.act(findingId, envelope, ({ writer, ground }) =>
      communicateFinding(writer, ground.visit),
    );
  }

  @MessagePattern(CommentOnFinding.subject)
  comment(@Payload('command') command: CommentOnFinding, @Payload('envelope') envelope: Envelope): Reply {
    const { actor, happenedAt } = envelope;
    const decide = commentOnFinding(command, actor, this.clock.dayOf(happenedAt));
    return transact(this.store, findings, command.findingId, envelope, decide);
  }

  /** Whoever issues it may act for none of the units that answer for it. */
  @MessagePattern(IssueFinding.subject)
  issue(@Payload('command') command: IssueFinding, @Payload('envelope') envelope: Envelope): Reply {
    const { findingId, leadUnit, supportingUnits } = command;
    return this.acting.act(
      findingId,
      envelope,
      async ({ writer, ground }) => {
        const heads = await this.atHand.headsOf(ground.visit, envelope.happenedAt);
        return issueFinding(command, writer, ground.visit, heads);
      },
      [leadUnit, ...supportingUnits],
    );
  }
}
