import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Secrets } from '../secrets/secrets.js';

/** Removes what has expired, at the start and ever so often. That it is gone changes nothing: it was as if it were not there. */
export class Pruning implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly secrets: Secrets,
    private readonly everyMs = 10 * 60_000,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.secrets.prune();
    this.timer = setInterval(() => void this.prune(), this.everyMs).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async prune(): Promise<void> {
    try {
      await this.secrets.prune();
    } catch {
      new Logger('pruning').warn('what has expired could not be removed; it is tried again');
    }
  }
}
