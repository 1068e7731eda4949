import { Injectable } from '@nestjs/common';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { Services } from '@redress/edge/services';
import type { Looked } from '@redress/telemetry/endpoint';
import { defer, firstValueFrom, timeout } from 'rxjs';
import { Broker } from './broker.js';

const SERVICES = ['directory', 'identity', 'intake', 'rectification', 'inspection', 'audit'] as const;

/** Who asks for health waits no longer than this. A service takes half of it when its broker or its disk does not answer. */
const PATIENCE_MS = 4_000;

/** Asks every service how it is. */
@Injectable()
export class CheckUp {
  constructor(
    private readonly services: Services,
    private readonly broker: Broker,
  ) {}

  async status(): Promise<Status> {
    const [isThere, ...answers] = await Promise.all([
      this.broker.answers(),
      ...SERVICES.map((service) => this.healthOf(service)),
    ]);
    const services = answers.filter((health) => health !== undefined);
    const missing = [
      ...(isThere ? [] : ['nats']),
      ...SERVICES.filter((_, index) => answers[index] === undefined),
    ];
    const troubles = services.flatMap(({ service, troubles: own }) =>
      own.map((one) => ({ service, ...one })),
    );
    return { ready: missing.length === 0 && troubles.length === 0, missing, troubles, services };
  }

  /** The same for the endpoint of those who keep the system. */
  async looked(): Promise<Looked> {
    const { ready, missing, troubles } = await this.status();
    return {
      seen: { isReady: ready, projections: [], reactions: [], timers: [] },
      details: { missing, troubles },
    };
  }

  private async healthOf(service: string): Promise<ServiceHealth | undefined> {
    const asked = defer(() => this.services.ask(healthOf(service), {}, { role: 'system' }));
    const answer = await firstValueFrom(asked.pipe(timeout(PATIENCE_MS))).catch(() => undefined);
    return answer && !('rejected' in answer) ? answer : undefined;
  }
}
