import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ProjectionHealth, ReactionHealth, ServiceHealth, Trouble } from '@redress/contracts/health';
import { type Position, START } from '@redress/contracts/values';
import type { Looked } from '@redress/telemetry/endpoint';
import { consuming } from '@redress/messaging/consuming';
import { BrokerCheck } from './broker-check.js';
import { Lateness, Standstill } from './lateness.js';
import { lateAfterSeconds } from './late-after.js';
import { Storage } from './storage.js';
import { StoreCheck } from './store-check.js';
import { Upkeep } from './upkeep.js';
import { Workers } from './workers.js';

/** How the service is: what is wrong, how far behind its workers are, and what it takes of the machine. */
@Injectable()
export class Health implements OnApplicationShutdown {
  private readonly store: StoreCheck;
  private readonly broker = new BrokerCheck();
  private readonly lateness = new Lateness();
  private readonly standstill = new Standstill();
  private readonly lateAfter = lateAfterSeconds();
  private last = START;

  constructor(
    private readonly workers: Workers,
    private readonly storage: Storage,
    private readonly upkeep: Upkeep,
  ) {
    this.store = new StoreCheck(storage);
  }

  async now(): Promise<ServiceHealth> {
    const { relay, hosted, ticking } = this.workers;
    const troubles: Trouble[] = [];
    const last = await this.lastNow(troubles);
    const projections = await this.projections(last, troubles);
    if (relay) this.mustNotBeLate('relay-is-behind', undefined, relay.position, troubles);
    const timers = ticking.map(({ health }) => health);
    for (const { isLate, timer } of ticking)
      if (isLate) troubles.push({ what: 'timer-is-late', name: timer.name });
    return {
      service: hosted.service,
      last,
      projections,
      ...(relay ? { relay: { position: relay.position, lag: behind(last, relay.position) } } : {}),
      reactions: await this.reactions(troubles),
      ...(timers.length > 0 ? { timers } : {}),
      rssBytes: process.memoryUsage.rss(),
      uptimeSeconds: Math.floor(process.uptime()),
      troubles,
    };
  }

  /** The same for the endpoint of those who keep the system. */
  async looked(): Promise<Looked> {
    const health = await this.now();
    const { relay, projections, reactions, timers = [], troubles } = health;
    const seen = {
      isReady: troubles.length === 0,
      ...(relay ? { relayLag: relay.lag } : {}),
      projections,
      reactions,
      timers: timers.map(({ name, overdue }) => ({ name, overdue })),
    };
    return { seen, details: { troubles } };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.broker.close();
  }

  /** How far the log goes, and whether more can be written to it. */
  private async lastNow(troubles: Trouble[]): Promise<Position> {
    try {
      this.last = await this.storage.events.last();
      this.lateness.note(this.last);
    } catch {
      troubles.push({ what: 'store-cannot-be-read' });
      return this.last;
    }
    if (!(await this.store.takesMore())) troubles.push({ what: 'store-cannot-be-written' });
    return this.last;
  }

  private async projections(last: Position, troubles: Trouble[]): Promise<readonly ProjectionHealth[]> {
    try {
      const { projections } = this.workers.hosted;
      const positions = await Promise.all(projections.map((one) => this.storage.models.positionOf(one)));
      const rebuilds = await Promise.all(projections.map(({ name }) => this.upkeep.rebuildOf(name)));
      return projections.map(({ name }, index) => {
        const position = positions[index] ?? START;
        this.mustNotBeLate('projection-is-behind', name, position, troubles);
        const rebuild = rebuilds[index];
        return {
          name,
          position,
          lag: behind(last, position),
          ...(rebuild && { rebuild: { ...rebuild, lag: behind(last, rebuild.position) } }),
        };
      });
    } catch {
      troubles.push({ what: 'rows-cannot-be-read' });
      return [];
    }
  }

  private mustNotBeLate(
    what: Trouble['what'],
    name: string | undefined,
    position: Position,
    troubles: Trouble[],
  ): void {
    const seconds = this.lateness.of(position);
    if (seconds >= this.lateAfter) troubles.push({ what, ...(name !== undefined && { name }), seconds });
  }

  /** Nothing while the broker cannot be asked: the service is no less there for that, but it is not ready. */
  private async reactions(troubles: Trouble[]): Promise<readonly ReactionHealth[]> {
    const { service, reactions } = this.workers.hosted;
    const all = [...reactions.map(({ name }) => ({ name, called: name })), ...consuming(service)];
    const backlogs = await this.broker.backlogsOf(
      service,
      all.map(({ name }) => name),
    );
    if (!backlogs) troubles.push({ what: 'broker-does-not-answer' });
    return all.map(({ called: name }, index) => {
      const { done, ...backlog } = backlogs?.[index] ?? {};
      if (backlog.pending !== undefined && done !== undefined) {
        const seconds = this.standstill.of(name, backlog.pending, done);
        if (seconds >= this.lateAfter) troubles.push({ what: 'reaction-is-behind', name, seconds });
      }
      return { name, ...backlog };
    });
  }
}

/**
 * How many events lie between two positions of one store, where it counts them; where it does not, how many bytes of a log that
 * it may share with others. Whoever follows may have looked further than the last event.
 */
const behind = (last: Position, position: Position): number => Math.max(0, Number(last) - Number(position));
