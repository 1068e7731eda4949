import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import {
  EndHolding,
  LeavePost,
  type PostRejection,
  RecordPost,
  TakePost,
} from '@redress/contracts/directory/posts';
import { Envelope } from '@redress/contracts/envelope';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Roster } from '@redress/sealing/roster';
import { people } from '../person/person.js';
import { posts } from '../post/post.js';
import { units } from '../unit/unit.js';
import { leavePost, recordPost, takePost } from './hold-post.js';

type Reply = Promise<Outcome<PostRejection>>;

@Controller()
export class HoldPostHandler {
  constructor(
    private readonly store: EventStore,
    private readonly roster: Roster,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(RecordPost.subject)
  async record(@Payload('command') command: RecordPost, @Payload('envelope') envelope: Envelope): Reply {
    const unit = await load(this.store, units, unitIdOf(command.unit));
    const decide = recordPost(command, envelope.actor, unit);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }

  @MessagePattern(TakePost.subject)
  async take(@Payload('command') command: TakePost, @Payload('envelope') envelope: Envelope): Reply {
    const person = await this.roster.find(command.rosterNumber);
    const taker = person === undefined ? people.initial : await load(this.store, people, person);
    const decide = takePost(command, envelope.actor, taker);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }

  @MessagePattern(EndHolding.subject)
  end(@Payload('command') command: EndHolding, @Payload('envelope') envelope: Envelope): Reply {
    const { code, person, until = this.clock.dayOf(envelope.happenedAt) } = command;
    const decide = leavePost({ code, until }, envelope.actor, person);
    return transact(this.store, posts, postIdOf(code), envelope, decide);
  }

  @MessagePattern(LeavePost.subject)
  async leave(@Payload('command') command: LeavePost, @Payload('envelope') envelope: Envelope): Reply {
    const person = await this.roster.find(command.rosterNumber);
    const decide = leavePost(command, envelope.actor, person);
    return transact(this.store, posts, postIdOf(command.code), envelope, decide);
  }
}
