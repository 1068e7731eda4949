import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { ProjectionHealth, ReactionHealth, ServiceHealth } from '@redress/contracts/health';
import type { Position } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { type Backlog, backlogOf } from '@redress/messaging/backlog';
import { natsOptions } from '@redress/messaging/nats-options';
import { ReadModels } from '@redress/read-models/read-models';
import { Workers } from './workers.js';

/** How the service is: how far behind its workers are, and what it takes of the machine. */
@Injectable()
export class Health implements OnApplicationShutdown {
  private connecting: Promise<NatsConnection> | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  async now(): Promise<ServiceHealth> {
    const { relay, hosted, ticking } = this.workers;
    const last = await this.store.last();
    return {
      service: hosted.service,
      last,
      projections: await this.projections(last),
      ...(relay ? { relay: { position: relay.position, lag: behind(last, relay.position) } } : {}),
      reactions: await this.reactions(),
      ...(ticking.length > 0 ? { timers: ticking.map(({ health }) => health) } : {}),
      rssBytes: process.memoryUsage.rss(),
      uptimeSeconds: Math.floor(process.uptime()),
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.connecting?.catch(() => undefined))?.close();
  }

  private projections(last: Position): Promise<readonly ProjectionHealth[]> {
    return Promise.all(
      this.workers.hosted.projections.map(async (projection) => {
        const position = await this.models.positionOf(projection);
        return { name: projection.name, position, lag: behind(last, position) };
      }),
    );
  }

  private async reactions(): Promise<readonly ReactionHealth[]> {
    const { service, reactions } = this.workers.hosted;
    return Promise.all(
      reactions.map(async ({ name }) => ({ name, ...(await this.backlogOf(service, name)) })),
    );
  }

  /** Nothing while the broker cannot be asked: the service is no less there for that. */
  private async backlogOf(service: string, name: string): Promise<Backlog> {
    try {
      return await backlogOf(await this.manager(), { service, name });
    } catch {
      return {};
    }
  }

  private async manager(): Promise<JetStreamManager> {
    this.connecting ??= connect(natsOptions()).catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return jetstreamManager(await this.connecting);
  }
}

/**
 * How many events lie between two positions of one store, where it counts them; where it does not, how many bytes of a log that
 * it may share with others. Whoever follows may have looked further than the last event.
 */
const behind = (last: Position, position: Position): number => Math.max(0, Number(last) - Number(position));
