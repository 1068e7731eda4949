import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { postIdOf } from '@redress/contracts/directory/ids';
import { JoinPost, type PostRejection, VacatePost } from '@redress/contracts/directory/posts';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { people } from '../person/person.js';
import { posts } from '../post/post.js';
import { joinPost, vacatePost } from './join-post.js';

type Reply = Promise<Outcome<PostRejection>>;

@Controller()
export class JoinPostHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly roster: Roster,
  ) {}

  @MessagePattern(JoinPost.subject)
  async join(@Payload('command') command: JoinPost, @Payload('envelope') envelope: Envelope): Reply {
    const id = await this.roster.find(command.rosterNumber);
    const person = id === undefined ? people.initial : await load(this.store, people, id);
    const decide = joinPost(command, envelope.actor, this.clock.dayOf(envelope.happenedAt), person);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }

  @MessagePattern(VacatePost.subject)
  async vacate(@Payload('command') command: VacatePost, @Payload('envelope') envelope: Envelope): Reply {
    const person = await this.roster.find(command.rosterNumber);
    const decide = vacatePost(command, envelope.actor, this.clock.dayOf(envelope.happenedAt), person);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }
}
