import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '@redress/eventsourcing/clock';
import type { Recorded } from '@redress/contracts/event';
import { react } from '@redress/messaging/react';
import type { Reaction } from '@redress/messaging/reaction';
import { Relay } from '@redress/messaging/relay';
import { overConnection } from '@redress/messaging/connection';
import { whileLeading } from '@redress/messaging/lease';
import { supervise } from '@redress/messaging/supervise';
import { unlessAnotherLeads } from '@redress/messaging/unless-another-leads';
import { project, rebuild } from '@redress/read-models/project';
import type { Sealing } from '@redress/sealing/sealing';
import type { AnyProjection, AnyRow, Projection } from '@redress/read-models/projection';
import { followedBy } from './observed-event-store.js';
import type { Storage } from './storage.js';
import { Ticking, timerSeconds } from './ticking.js';
import type { Timer } from './timer.js';

export type Hosted = {
  readonly service: string;
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Reaction[];
  readonly relays: boolean;
  readonly timers: readonly Timer[];
};

/**
 * What runs in a service besides answering: each by itself, begun again when it fails, all ended with the service. Of
 * several copies of the service one does each, under a lease; another takes over when that one is gone.
 */
export class Workers implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly relay: Relay | undefined;
  readonly ticking: readonly Ticking[];
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    readonly hosted: Hosted,
    private readonly storage: Storage,
    clock: Clock,
    private readonly sealing: Sealing,
  ) {
    const seconds = timerSeconds();
    this.ticking = hosted.timers.map((timer) => new Ticking(timer, storage, clock, seconds));
    if (hosted.relays) this.relay = new Relay(hosted.service, storage.stored, storage.checkpoints);
  }

  onApplicationBootstrap(): void {
    const { signal } = this.stopping;
    const { service, projections, reactions } = this.hosted;
    const relay = this.relay;
    const open = async (event: Recorded): Promise<Recorded> => (await this.sealing.open([event]))[0] ?? event;
    this.running = [
      ...(projections.length > 0 ? [this.keepUpAll(signal)] : []),
      ...(relay ? [supervise('relay', () => relay.run(signal), signal)] : []),
      ...reactions.map((reaction) => react(service, reaction, signal, { open })),
      ...(this.ticking.some(({ isOn }) => isOn) ? [this.tickAll(signal)] : []),
    ];
  }

  // Nest calls it when the server has answered every request and is closed.
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
    await this.storage.close();
  }

  /** Rows follow the store alone: they are kept up as well while the broker cannot say who is to do it. */
  private keepUpAll(stop: AbortSignal): Promise<void> {
    const { service, projections } = this.hosted;
    const keepUp = async (signal: AbortSignal): Promise<void> => {
      await Promise.all(
        projections.map((one) => supervise(`projection ${one.name}`, () => this.keepUp(one, signal), signal)),
      );
    };
    return unlessAnotherLeads(`${service}.rows`, keepUp, stop);
  }

  private tickAll(stop: AbortSignal): Promise<void> {
    const lease = `${this.hosted.service}.timers`;
    const tick = async (leading: AbortSignal): Promise<void> => {
      const on = this.ticking.filter(({ isOn }) => isOn);
      await Promise.all(
        on.map((one) => supervise(`timer ${one.timer.name}`, () => one.run(leading), leading)),
      );
    };
    const run = (): Promise<void> =>
      overConnection((connection, signal) => whileLeading(connection, lease, tick, signal), stop);
    return supervise('timers', run, stop);
  }

  private async keepUp(any: AnyProjection, signal: AbortSignal): Promise<void> {
    const projection = any as unknown as Projection<never, AnyRow>;
    const { events, models } = this.storage;
    if (await models.isOutdated(projection)) await rebuild(events, models, projection, signal);
    await project(followedBy(projection.name, events), models, projection, signal);
  }
}
