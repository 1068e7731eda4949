import { setTimeout as timer } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { IsAttached } from '@redress/contracts/intake/attach-file';
import { IsNamedInVisits } from '@redress/contracts/inspection/named-in-visits';
import { IsFileNamed } from '@redress/contracts/rectification/named-file';
import type { Sha256 } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { collectGarbage } from '@redress/evidence/collect-garbage';
import { Evidence } from '@redress/evidence/open-evidence';

const DAY_MS = 86_400_000;
/** After a failure, which is most often that rectification or inspection does not run. */
const AGAIN_MS = 900_000;

/** Once a day, and at the start: gives up what nobody goes on sending, and removes the files that no event names. */
@Injectable()
export class CleanUp implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Until that has gone by, or it is told to stop. */
  pause = (ms: number, signal: AbortSignal): Promise<void> =>
    timer(ms, undefined, { signal, ref: false }).catch(() => undefined);

  private readonly logger = new Logger('evidence');
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly evidence: Evidence,
    private readonly services: Services,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.everyDay(this.stopping.signal);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Whether all was looked at. What cannot be asked about stays. */
  async run(): Promise<boolean> {
    const now = this.clock.now();
    const isNamed = (sha256: Sha256): Promise<boolean> => this.isNamed(sha256);
    try {
      await this.evidence.uploads.cleanUp(now);
      const removed = await collectGarbage(this.evidence.files, isNamed, now);
      this.logger.log({ cleanedUp: true, removed });
      return true;
    } catch (error) {
      if (!this.stopping.signal.aborted) this.logger.warn({ cleanedUp: false, why: String(error) });
      return false;
    }
  }

  private async everyDay(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = (await this.run()) ? DAY_MS : AGAIN_MS;
      await this.pause(wait, signal);
    }
  }

  private async isNamed(sha256: Sha256): Promise<boolean> {
    this.stopping.signal.throwIfAborted();
    for (const question of [IsFileNamed, IsNamedInVisits, IsAttached]) {
      const answer = await this.services.ask(question, { sha256 }, { role: 'system' });
      if (found(answer).named) return true;
    }
    return false;
  }
}
