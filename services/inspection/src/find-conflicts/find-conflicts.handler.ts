import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { CheckRecusal, FindConflicts, type RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { Recusals } from '../recusal/recusals.js';

@Controller()
export class FindConflictsHandler {
  constructor(
    private readonly recusals: Recusals,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(FindConflicts.subject)
  async find(
    @Payload('query') { person, units, on }: FindConflicts,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<RecusalCheck>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    return this.recusals.check(person, units, on);
  }

  /** From the streams of this service, so whatever position is named is in it; of the directory, what that has. */
  @MessagePattern(CheckRecusal.subject)
  async check(
    @Payload('query') { person, unit, on }: CheckRecusal,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<RecusalCheck>> {
    if (!SEES_EVERYTHING[asker.role] && asker.person !== person) return { rejected: 'not-found' };
    return this.recusals.check(person, [unit], on ?? this.clock.dayOf(this.clock.now()));
  }
}
