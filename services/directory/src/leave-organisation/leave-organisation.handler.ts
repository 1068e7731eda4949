import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import {
  DepartPerson,
  KnowPersonAs,
  type LeaverRejection,
  ReturnPerson,
} from '@redress/contracts/directory/leavers';
import type { PersonEvent } from '@redress/contracts/directory/organisation.events';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import type { Decision } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { type Person, people } from '../person/person.js';
import { departureOf } from './has-left.js';
import { departPerson, knowPersonAs, returnPerson } from './leave-organisation.js';
import { LeaverSteps } from './leaver-steps.js';

type Reply = Promise<Outcome<LeaverRejection>>;

@Controller()
export class LeaveOrganisationHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly roster: Roster,
    private readonly steps: LeaverSteps,
  ) {}

  /** Whoever asks is answered when all steps are taken, or told to come again; meanwhile, and if we stop, a reaction takes them. */
  @MessagePattern(DepartPerson.subject)
  async depart(
    @Payload('command') { rosterNumber }: DepartPerson,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const outcome = await this.decided(
      rosterNumber,
      envelope,
      departPerson(envelope.actor, this.dayOf(envelope)),
    );
    if (!('rejected' in outcome)) await this.taken(rosterNumber);
    return outcome;
  }

  /** All that leaving led to comes first: what is taken anew must not be lost to it. */
  @MessagePattern(ReturnPerson.subject)
  async return(
    @Payload('command') { rosterNumber }: ReturnPerson,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    await this.taken(rosterNumber);
    return this.decided(rosterNumber, envelope, returnPerson(envelope.actor, this.dayOf(envelope)));
  }

  @MessagePattern(KnowPersonAs.subject)
  know(@Payload('command') command: KnowPersonAs, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.rosterNumber, envelope, knowPersonAs(command, envelope.actor));
  }

  private async taken(rosterNumber: string): Promise<void> {
    const person = await this.roster.find(rosterNumber);
    const departure = person === undefined ? undefined : await departureOf(this.store, person);
    if (departure) await this.steps.after(departure);
  }

  private async decided(
    rosterNumber: string,
    envelope: Envelope,
    decide: (person: Person) => Decision<PersonEvent, LeaverRejection>,
  ): Reply {
    const person = await this.roster.find(rosterNumber);
    if (person === undefined) return { rejected: 'no-such-person' };
    return transact(this.store, people, person, envelope, decide);
  }

  private dayOf({ happenedAt }: Envelope) {
    return this.clock.dayOf(happenedAt);
  }
}
