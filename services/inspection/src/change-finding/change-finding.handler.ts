import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import {
  ChangeFinding,
  JoinFinding,
  PartFinding,
  SplitFinding,
  WithdrawFinding,
} from '@redress/contracts/inspection/record-finding';
import { ActingOnFindings } from '../finding/acting-on-findings.js';
import { giveBack, joinFinding } from '../join-finding/join-finding.js';
import { splitFinding } from '../split-finding/split-finding.js';
import { withdrawFinding } from '../withdraw-finding/withdraw-finding.js';
import { changeFinding } from './change-finding.js';

type Reply = Promise<Outcome<FindingRejection>>;

/** What is done to a finding before it is issued. */
@Controller()
export class ChangeFindingHandler {
  constructor(private readonly acting: ActingOnFindings) {}

  @MessagePattern(ChangeFinding.subject)
  change(@Payload('command') command: ChangeFinding, @Payload('envelope') envelope: Envelope): Reply {
    const rule = changeFinding.bind(undefined, command);
    return this.acting.act(command.findingId, envelope, ({ writer, ground }) => rule(writer, ground));
  }

  @MessagePattern(WithdrawFinding.subject)
  withdraw(@Payload('command') command: WithdrawFinding, @Payload('envelope') envelope: Envelope): Reply {
    const rule = withdrawFinding.bind(undefined, command);
    return this.acting.act(command.findingId, envelope, ({ writer, ground }) => rule(writer, ground));
  }

  @MessagePattern(SplitFinding.subject)
  async split(@Payload('command') command: SplitFinding, @Payload('envelope') envelope: Envelope): Reply {
    const { findingId, newFindingId } = command;
    const other = await this.acting.find(newFindingId);
    const isTaken = other.status !== 'unknown';
    return this.acting.act(findingId, envelope, ({ writer, ground }) =>
      splitFinding(command, writer, ground, isTaken),
    );
  }

  @MessagePattern(JoinFinding.subject)
  async join(@Payload('command') command: JoinFinding, @Payload('envelope') envelope: Envelope): Reply {
    const target = await this.acting.find(command.into);
    return this.acting.act(command.findingId, envelope, ({ writer, ground }) =>
      joinFinding(command, writer, ground.visit, target),
    );
  }

  /** The stream of the other one decides, for that may have been issued; who acts is judged by the visit of this one. */
  @MessagePattern(PartFinding.subject)
  async part(@Payload('command') command: PartFinding, @Payload('envelope') envelope: Envelope): Reply {
    const { findingId, entryId } = command;
    const finding = await this.acting.find(findingId);
    if (finding.status === 'unknown') return { rejected: 'no-such-finding' };
    const joined = finding.acts.get(entryId);
    if (joined?.type !== 'FindingJoined') return { rejected: 'not-joined' };
    return this.acting.act(joined.data.into, envelope, ({ writer, ground }) =>
      giveBack(command, writer, ground.visit),
    );
  }
}
