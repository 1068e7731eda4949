import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { type DeputyRejection, DismissDeputy, NameDeputy } from '@redress/contracts/directory/deputies';
import { postIdOf } from '@redress/contracts/directory/ids';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { people } from '../person/person.js';
import { posts } from '../post/post.js';
import { dismissDeputy, nameDeputy } from './name-deputy.js';

type Reply = Promise<Outcome<DeputyRejection>>;

@Controller()
export class NameDeputyHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly roster: Roster,
  ) {}

  @MessagePattern(NameDeputy.subject)
  async name(@Payload('command') command: NameDeputy, @Payload('envelope') envelope: Envelope): Reply {
    const person = await this.roster.find(command.rosterNumber);
    const deputy = person === undefined ? people.initial : await load(this.store, people, person);
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = nameDeputy(command, envelope.actor, today, deputy);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }

  @MessagePattern(DismissDeputy.subject)
  dismiss(@Payload('command') command: DismissDeputy, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = dismissDeputy(command, envelope.actor, today);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }
}
