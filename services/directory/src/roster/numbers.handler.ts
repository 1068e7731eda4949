import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FindByNumber, type KnownPerson } from '@redress/contracts/directory/standing';
import { streamOf } from '@redress/contracts/event';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { Roster } from '@redress/sealing/roster';
import { people } from '../person/person.js';

@Controller()
export class NumbersHandler {
  constructor(
    private readonly store: EventStore,
    private readonly roster: Roster,
  ) {}

  /** A number that was claimed and not registered yet is nobody's. */
  @MessagePattern(FindByNumber.subject)
  async find(@Payload('query') { rosterNumber }: FindByNumber): Promise<Answer<KnownPerson>> {
    const person = await this.roster.find(rosterNumber);
    const history = person === undefined ? [] : await this.store.shown(streamOf(people, person));
    return person === undefined || history.length === 0 ? { rejected: 'not-found' } : { person };
  }
}
