import { setTimeout as pause } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import type { Recorded } from '@redress/contracts/event';
import type { RebuildHealth } from '@redress/contracts/health';
import { type Position, START } from '@redress/contracts/values';
import { nameOf, placeOf } from '@redress/messaging/failure';
import { rebuild } from '@redress/read-models/project';
import type { AnyProjection, AnyRow, Projection } from '@redress/read-models/projection';
import { Sealing } from '@redress/sealing/sealing';
import { Storage } from './storage.js';
import { Workers } from './workers.js';

/** Whoever asked is answered when it goes on, or after so long. */
const SEEN_WITHIN_MS = 2_000;
const LOOK_EVERY_MS = 50;

/** What operators let a service do besides: make rows anew, and give an event to a reaction once more. */
@Injectable()
export class Upkeep implements BeforeApplicationShutdown {
  private readonly logger = new Logger('upkeep');
  private readonly stopping = new AbortController();
  private readonly running = new Map<string, Promise<void>>();
  private readonly failed = new Set<string>();

  constructor(
    private readonly workers: Workers,
    private readonly storage: Storage,
    private readonly sealing: Sealing,
  ) {}

  /** Before the rows are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running.values());
  }

  /**
   * Begins to make the rows of a projection anew, unless that is going on here. Queries are answered by the rows in use until then.
   * Answers where the log ends, or undefined when there is no such projection.
   */
  async rebuild(name: string): Promise<Position | undefined> {
    const projection = this.workers.hosted.projections.find((one) => one.name === name);
    if (!projection) return undefined;
    const last = await this.storage.events.last();
    if (!this.running.has(name)) {
      this.failed.delete(name);
      this.running.set(name, this.made(projection));
    }
    // Another copy of the service, if it is asked how far that is, sees it from then on.
    const until = performance.now() + SEEN_WITHIN_MS;
    while (this.running.has(name) && (await this.shadowOf(name)) === START && performance.now() < until)
      await pause(LOOK_EVERY_MS);
    return last;
  }

  /** How far the rows are that are being made anew, here or by another copy of the service. */
  async rebuildOf(name: string): Promise<Pick<RebuildHealth, 'state' | 'position'> | undefined> {
    const position = await this.shadowOf(name);
    if (this.running.has(name) || position !== START) return { state: 'running', position };
    return this.failed.has(name) ? { state: 'failed', position } : undefined;
  }

  /** @throws what the reaction throws, which is then not done with the event. */
  async react(name: string, event: Recorded): Promise<void> {
    const reaction = this.workers.hosted.reactions.find((one) => one.name === name);
    if (!reaction) throw new Error(`there is no reaction ${name} any more`);
    const [opened = event] = reaction.opens ? await this.sealing.open([event]) : [event];
    await reaction.react(opened);
  }

  private shadowOf(name: string): Promise<Position> {
    return this.storage.models.positionOf({ name: `${name}~` });
  }

  private async made(any: AnyProjection): Promise<void> {
    const projection = any as unknown as Projection<never, AnyRow>;
    const { events, models } = this.storage;
    try {
      await rebuild(events, models, projection, this.stopping.signal);
      this.logger.log(`${projection.name} was made anew`);
    } catch (error) {
      if (!this.stopping.signal.aborted) {
        this.failed.add(projection.name);
        this.logger.error(`${projection.name} was not made anew: ${nameOf(error)} ${placeOf(error)}`);
      }
    } finally {
      this.running.delete(projection.name);
    }
  }
}
