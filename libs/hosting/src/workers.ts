import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { ProjectionHealth } from '@redress/contracts/health';
import type { Position } from '@redress/contracts/values';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { Reaction } from '@redress/messaging/reaction';
import { supervise } from '@redress/messaging/supervise';
import { project, rebuild } from '@redress/read-models/project';
import type { AnyProjection, AnyRow, Projection } from '@redress/read-models/projection';
import type { ReadModels } from '@redress/read-models/read-models';

type Hosted = {
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Reaction[];
  readonly relays: boolean;
};

/** What runs in a service besides answering: each by itself, begun again when it fails, all ended with the service. */
export class Workers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: readonly Promise<void>[] = [];

  constructor(
    readonly service: string,
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly hosted: Hosted,
  ) {}

  onApplicationBootstrap(): void {
    const { signal } = this.stopping;
    this.running = this.hosted.projections.map((projection) =>
      supervise(`projection ${projection.name}`, () => this.keepUp(projection, signal), signal),
    );
  }

  /** By now every request is answered. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  async health(): Promise<{ last: Position; projections: readonly ProjectionHealth[] }> {
    const last = await this.store.last();
    const projections = this.hosted.projections.map(async (projection) => {
      const position = await this.models.positionOf(projection);
      return { name: projection.name, position, lag: Number(last) - Number(position) };
    });
    return { last, projections: await Promise.all(projections) };
  }

  private async keepUp(any: AnyProjection, signal: AbortSignal): Promise<void> {
    const projection = any as unknown as Projection<never, AnyRow>;
    if (await this.models.isOutdated(projection)) await rebuild(this.store, this.models, projection, signal);
    await project(this.store, this.models, projection, signal);
  }
}
