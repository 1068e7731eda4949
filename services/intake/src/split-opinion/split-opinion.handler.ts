import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type JoiningRejection,
  JoinParts,
  type PartingRejection,
  SplitOpinion,
} from '@redress/contracts/intake/split-opinion';
import type { OpinionId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { isUntouched, type Opinion, opinions, partsOf } from '../opinion/opinion.js';
import { joinParts, splitOpinion } from './split-opinion.js';

@Controller()
export class SplitOpinionHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(SplitOpinion.subject)
  async split(
    @Payload('command') command: SplitOpinion,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<PartingRejection>> {
    const { opinionId, parts } = command;
    const others = await this.all(parts.map((part) => part.opinionId));
    const isTaken = others.some(({ status }) => status !== 'unsent');
    const decide = splitOpinion(command, envelope.actor, isTaken);
    return transact(this.store, opinions, opinionId, envelope, decide);
  }

  @MessagePattern(JoinParts.subject)
  async join(
    @Payload('command') command: JoinParts,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<JoiningRejection>> {
    const whole = await load(this.store, opinions, command.opinionId);
    const parts = await this.all(partsOf(whole).map(({ opinionId }) => opinionId));
    const decide = joinParts(command, envelope.actor, !parts.every(isUntouched));
    return transact(this.store, opinions, command.opinionId, envelope, decide);
  }

  private all(ids: readonly OpinionId[]): Promise<readonly Opinion[]> {
    return Promise.all(ids.map((id) => load(this.store, opinions, id)));
  }
}
