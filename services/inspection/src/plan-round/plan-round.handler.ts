import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { PlanRound, type RoundRejection } from '@redress/contracts/inspection/plan-round';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Checklists } from '../checklist/checklists.js';
import { Grounds } from '../round/grounds.js';
import { rounds } from '../round/round.js';
import { planRound } from './plan-round.js';

@Controller()
export class PlanRoundHandler {
  constructor(
    private readonly store: EventStore,
    private readonly grounds: Grounds,
    private readonly checklists: Checklists,
  ) {}

  /** Named units must be there on the first day, and teams see what they are paired with on it. */
  @MessagePattern(PlanRound.subject)
  async plan(
    @Payload('command') command: PlanRound,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<RoundRejection>> {
    const { roundId, units = [], tree, from, checklistId, checklistVersion } = command;
    const [ground, checklist] = await Promise.all([
      tree ? this.grounds.ofTree(tree, from) : this.grounds.ofNamed(units, from),
      this.checklists.version(checklistId, checklistVersion),
    ]);
    const decide = planRound(command, envelope.actor, ground, checklist !== undefined);
    return transact(this.store, rounds, roundId, envelope, decide);
  }
}
