import { once } from 'node:events';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { overConnection } from '@redress/messaging/connection';
import { subjectOf } from '@redress/messaging/subjects';
import { supervise } from '@redress/messaging/supervise';
import type { CachedKeys } from '@redress/sealing/cached-keys';

const ERASED = subjectOf('directory', { stream: 'erasure-', type: 'PersonErased' });

/**
 * Of several copies of a service one reacts to an erasure, but each remembers keys. So each listens to it as well when it is
 * published, before it is delivered, and forgets its keys; and whenever it may have missed one.
 */
export class ForgetsKeys implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running = Promise.resolve();

  constructor(
    private readonly keys: CachedKeys,
    private readonly url?: string,
  ) {}

  onApplicationBootstrap(): void {
    const { signal } = this.stopping;
    this.running = supervise('forgets keys', () => this.listen(signal), signal);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private listen(stop: AbortSignal): Promise<void> {
    return overConnection(
      async (connection, signal) => {
        const callback = (): void => {
          this.keys.forget();
        };
        connection.subscribe(ERASED, { callback });
        await connection.flush();
        this.keys.forget();
        if (!signal.aborted) await once(signal, 'abort');
      },
      stop,
      this.url,
    );
  }
}
