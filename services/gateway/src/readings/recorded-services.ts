import { randomUUIDv7 } from 'node:crypto';
import { HttpStatus } from '@nestjs/common';
import type { Command, Outcome, Written } from '@redress/contracts/command';
import { RecordReading, SHOWN_LIMIT } from '@redress/contracts/directory/readings';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { Answer, Query } from '@redress/contracts/query';
import type { CaseId, MatterId, MessageId, PersonId, ReadingId } from '@redress/contracts/values';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import type { Clock } from '@redress/eventsourcing/clock';
import { asked } from '../http/scopes.js';
import { SHOWN } from './shown.js';

const STATUS = { 'nobody-who-reads': HttpStatus.FORBIDDEN } as const;

/**
 * The services, but that what an answer shows about identified people, to anybody but themselves, is recorded before it is handed on.
 * When it cannot be recorded it is not shown.
 */
export class RecordedServices extends Services {
  /** Of each request, whom it was recorded about already: a route may ask again, as one that waits does. */
  private readonly recorded = new WeakMap<object, Set<string>>();

  constructor(
    private readonly services: Services,
    private readonly clock: Clock,
  ) {
    super();
  }

  override send<Shape extends object, Reason extends string, Reply extends Written = Written>(
    command: Command<Shape, Reason, Reply>,
    body: NoInfer<Shape>,
    envelope: Envelope,
  ): Promise<Outcome<Reason, Reply>> {
    return this.services.send(command, body, envelope);
  }

  override async ask<Shape extends object, Reply extends object>(
    query: Query<Shape, Reply>,
    body: NoInfer<Shape>,
    actor: Actor,
  ): Promise<Answer<Reply>> {
    const answer = await this.services.ask(query, body, actor);
    const shown = SHOWN.get(query.subject);
    if (shown && !('rejected' in answer) && actor.role !== 'system') {
      const { people, matters = [] } = shown(answer as never);
      const others = people.filter((person) => person !== actor.person);
      await this.record(query.subject, this.notYet(others), this.notYet(matters), actor);
    }
    return answer;
  }

  private notYet<Id extends string>(ids: readonly Id[]): readonly Id[] {
    const request = asked();
    const before = (request && this.recorded.get(request)) ?? new Set<string>();
    const fresh = [...new Set(ids)].filter((id) => !before.has(id));
    if (request) this.recorded.set(request, new Set([...before, ...fresh]));
    return fresh;
  }

  private async record(
    question: string,
    people: readonly PersonId[],
    matters: readonly MatterId[],
    { scopes: _, ...actor }: Actor,
  ): Promise<void> {
    const { method = 'GET', route = 'none' } = asked() ?? {};
    for (let at = 0; at < Math.max(people.length, matters.length); at += SHOWN_LIMIT) {
      const [readingId, correlationId, causationId] = [randomUUIDv7(), randomUUIDv7(), randomUUIDv7()];
      const reading = {
        readingId: readingId as string as ReadingId,
        route: `${method} ${route}`,
        question,
        people: people.slice(at, at + SHOWN_LIMIT),
        matters: matters.slice(at, at + SHOWN_LIMIT),
      };
      // Of the envelope of the request nothing: neither its key nor when it says that it happened would be true of this.
      const envelope = {
        actor,
        correlationId: correlationId as string as CaseId,
        causationId: causationId as string as MessageId,
        happenedAt: this.clock.now(),
      };
      settle(await this.services.send(RecordReading, reading, envelope), STATUS);
    }
  }
}
