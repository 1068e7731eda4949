import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import type { Reaction } from '@redress/messaging/reaction';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import type { AnyProjection } from '@redress/read-models/projection';
import { ReadModels } from '@redress/read-models/read-models';
import { FaultFilter } from './fault.filter.js';
import { healthHandler } from './health.handler.js';
import { Workers } from './workers.js';

export type Parts = {
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Type<Reaction>[];
  /** False for a service that has no events of its own to publish. */
  readonly relays?: boolean;
};

@Module({})
class Hosting {}

/**
 * What every service stands on: a clock, its store and read models, the pipe that checks what comes in, and the
 * workers that keep its read models up, publish its events and react to those of others while it runs.
 */
export const hosting = (
  service: string,
  { projections, reactions, relays = true }: Parts,
): DynamicModule => ({
  module: Hosting,
  global: true,
  controllers: [healthHandler(service)],
  providers: [
    { provide: Clock, useFactory: () => new Clock(process.env['REDRESS_TIME_ZONE'] ?? 'Asia/Shanghai') },
    { provide: EventStore, useFactory: (clock: Clock) => new InMemoryEventStore(clock), inject: [Clock] },
    { provide: ReadModels, useClass: InMemoryReadModels },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_FILTER, useClass: FaultFilter },
    ...reactions,
    {
      provide: Workers,
      useFactory: (store: EventStore, models: ReadModels, ...made: Reaction[]) =>
        new Workers(service, store, models, { projections, reactions: made, relays }),
      inject: [EventStore, ReadModels, ...reactions],
    },
  ],
  exports: [Clock, EventStore, ReadModels],
});
