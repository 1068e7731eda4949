import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { personIdOf } from '@redress/contracts/directory/ids';
import { type PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import { Envelope } from '@redress/contracts/envelope';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { people } from '../person/person.js';
import { registerPerson } from './register-person.js';

@Controller()
export class RegisterPersonHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RegisterPerson.subject)
  register(
    @Payload('command') command: RegisterPerson,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<PersonRejection>> {
    const decide = registerPerson(command, envelope.actor);
    return transact(this.store, people, personIdOf(command.rosterNumber), envelope, decide);
  }
}
