import { type DynamicModule, type FactoryProvider, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ClientProxy } from '@nestjs/microservices';
import { Authorisation } from '@redress/authorisation/authorisation';
import { Scopes } from '@redress/authorisation/scopes';
import type { Grants } from '@redress/authorisation/policy';
import { type Keeper, KEEPERS } from '@redress/contracts/directory/erasure';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';
import { Reaction } from '@redress/messaging/reaction';
import type { AnyProjection } from '@redress/read-models/projection';
import { CachedKeys } from '@redress/sealing/cached-keys';
import { KeyRing } from '@redress/sealing/key-ring';
import { type Declared, Sealing } from '@redress/sealing/sealing';
import { ReadModels } from '@redress/read-models/read-models';
import { AuthorisationGuard } from './authorisation.guard.js';
import { FaultFilter } from './fault.filter.js';
import { Health } from './health.js';
import { ForgetPersonReaction } from './forget-person.reaction.js';
import { ForgetsKeys } from './forgets-keys.js';
import { healthHandler } from './health.handler.js';
import { keysLiveMs, OwnKeys } from './own-keys.js';
import { personalEventsHandlers } from './personal-events.handler.js';
import { RemoteKeys } from './remote-keys.js';
import { LettersOfService } from './letters-of-service.js';
import { Storage } from './storage.js';
import { Timer } from './timer.js';
import { Upkeep } from './upkeep.js';
import { upkeepHandlers } from './upkeep.handler.js';
import { Workers } from './workers.js';

export type Parts = {
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Type<Reaction>[];
  readonly timers?: readonly Type<Timer>[];
  /** Categories of which something is personal. */
  readonly seals?: readonly Declared[];
  /** Of one service: it keeps the keys of people, and the others ask it. */
  readonly keepsKeys?: true;
  /** What reactions and timers need besides, and the rest of the service gets as well. */
  readonly needs?: readonly (Type | FactoryProvider)[];
  /** Who may say and ask what; by default the policy of all services. */
  readonly grants?: Grants;
  /** False for a service that has no events of its own to publish. */
  readonly relays?: boolean;
};

const isKeeper = (service: string, seals: readonly Declared[]): service is Keeper =>
  seals.length > 0 && (KEEPERS as readonly string[]).includes(service);

@Module({})
class Hosting {}

/**
 * What every service stands on: a clock, its store and read models, requests to other services, the pipe that checks what comes in, and the
 * workers that keep its read models up, publish its events and react to those of others while it runs.
 */
export const hosting = (
  service: string,
  { projections, reactions, timers = [], seals = [], keepsKeys, needs = [], grants, relays = true }: Parts,
): DynamicModule => ({
  module: Hosting,
  global: true,
  controllers: [healthHandler(service), ...personalEventsHandlers(service), ...upkeepHandlers(service)],
  providers: [
    { provide: Clock, useFactory: () => new Clock(process.env['REDRESS_TIME_ZONE'] ?? 'Asia/Shanghai') },
    ...(keepsKeys ? [{ provide: OwnKeys, useFactory: () => OwnKeys.opened() }] : []),
    keepsKeys
      ? { provide: KeyRing, useFactory: ({ ring }: OwnKeys) => ring, inject: [OwnKeys] }
      : {
          provide: KeyRing,
          useFactory: (services: Services) => new RemoteKeys(services),
          inject: [Services],
        },
    // A service that seals nothing hears of no erasure, so it remembers no key.
    {
      provide: CachedKeys,
      useFactory: (keys: KeyRing) => new CachedKeys(keys, seals.length > 0 ? keysLiveMs() : 0),
      inject: [KeyRing],
    },
    { provide: Sealing, useFactory: (keys: CachedKeys) => new Sealing(seals, keys), inject: [CachedKeys] },
    {
      provide: Storage,
      useFactory: (clock: Clock, sealing: Sealing) => Storage.opened(service, clock, sealing),
      inject: [Clock, Sealing],
    },
    { provide: EventStore, useFactory: ({ events }: Storage) => events, inject: [Storage] },
    { provide: ReadModels, useFactory: ({ models }: Storage) => models, inject: [Storage] },
    { provide: ClientProxy, useFactory: () => natsClient() },
    { provide: Services, useClass: NatsServices },
    { provide: Authorisation, useFactory: () => new Authorisation(grants) },
    { provide: Scopes, useFactory: () => new Scopes(grants) },
    { provide: APP_GUARD, useClass: AuthorisationGuard },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_FILTER, useClass: FaultFilter },
    ...needs,
    ...reactions,
    ...timers,
    ...(isKeeper(service, seals)
      ? [
          {
            provide: ForgetPersonReaction,
            useFactory: (storage: Storage, sealing: Sealing, keys: CachedKeys) =>
              new ForgetPersonReaction(service, projections, storage, sealing, keys),
            inject: [Storage, Sealing, CachedKeys],
          },
          {
            provide: ForgetsKeys,
            useFactory: (keys: CachedKeys) => new ForgetsKeys(keys),
            inject: [CachedKeys],
          },
        ]
      : []),
    {
      provide: Workers,
      useFactory: (storage: Storage, clock: Clock, sealing: Sealing, ...made: (Reaction | Timer)[]) => {
        const parts = {
          reactions: made.filter((one) => one instanceof Reaction),
          timers: made.filter((one) => one instanceof Timer),
        };
        return new Workers({ service, projections, relays, ...parts }, storage, clock, sealing);
      },
      inject: [
        Storage,
        Clock,
        Sealing,
        ...reactions,
        ...timers,
        ...(isKeeper(service, seals) ? [ForgetPersonReaction] : []),
      ],
    },
    Upkeep,
    LettersOfService,
    Health,
  ],
  exports: [Clock, EventStore, ReadModels, Services, Sealing, ...(keepsKeys ? [OwnKeys] : []), ...needs],
});
