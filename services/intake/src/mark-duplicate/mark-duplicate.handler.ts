import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type DuplicateRejection,
  LiftDuplicateMark,
  type LiftRejection,
  MarkDuplicate,
} from '@redress/contracts/intake/mark-duplicate';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { ReadModels } from '@redress/read-models/read-models';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';
import { opinions } from '../opinion/opinion.js';
import { liftDuplicateMark, markDuplicate } from './mark-duplicate.js';

const PATIENCE_MS = 1_000;

@Controller()
export class MarkDuplicateHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(MarkDuplicate.subject)
  async mark(
    @Payload('command') command: MarkDuplicate,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<DuplicateRejection>> {
    const { opinionId, of } = command;
    // Whether it got there or not: a mark that is not seen here is seen by the reaction, which lifts this one then.
    await this.models.reached(opinionDesk, await this.store.last(), PATIENCE_MS);
    const own = await this.models.count(opinionDesk, { where: { duplicateOf: opinionId } });
    const original = await load(this.store, opinions, of);
    const decide = markDuplicate(command, envelope.actor, { original, hasDuplicates: own > 0 });
    return transact(this.store, opinions, opinionId, envelope, decide);
  }

  @MessagePattern(LiftDuplicateMark.subject)
  lift(
    @Payload('command') command: LiftDuplicateMark,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<LiftRejection>> {
    const decide = liftDuplicateMark(command, envelope.actor);
    return transact(this.store, opinions, command.opinionId, envelope, decide);
  }
}
