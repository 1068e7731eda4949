import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { type PersonRejection, type Registered, RegisterPerson } from '@redress/contracts/directory/people';
import { Envelope } from '@redress/contracts/envelope';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { people } from '../person/person.js';
import { mayOrganise } from '../record-unit/may-organise.js';
import { registerPerson } from './register-person.js';

@Controller()
export class RegisterPersonHandler {
  constructor(
    private readonly store: EventStore,
    private readonly roster: Roster,
  ) {}

  /** The number is claimed first: whoever registers it at the same moment, or after we were stopped here, has the same person. */
  @MessagePattern(RegisterPerson.subject)
  async register(
    @Payload('command') command: RegisterPerson,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<PersonRejection, Registered>> {
    if (!mayOrganise(envelope.actor)) return { rejected: 'may-not-change-the-organisation' };
    const personId = await this.roster.claim(command.rosterNumber);
    const decide = registerPerson(command, envelope.actor, personId);
    const outcome = await transact(this.store, people, personId, envelope, decide);
    return 'rejected' in outcome ? outcome : { ...outcome, personId };
  }
}
