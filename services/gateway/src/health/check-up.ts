import { Injectable } from '@nestjs/common';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { Services } from '@redress/edge/services';
import { defer, firstValueFrom, timeout } from 'rxjs';
import { Broker } from './broker.js';

const SERVICES = ['directory', 'identity', 'intake', 'rectification', 'inspection', 'audit'] as const;

/** Who asks for health waits no longer than this. */
const PATIENCE_MS = 2_000;

/** Asks every service how it is. */
@Injectable()
export class CheckUp {
  constructor(
    private readonly services: Services,
    private readonly broker: Broker,
  ) {}

  async status(): Promise<Status> {
    const answers = await Promise.all(SERVICES.map((service) => this.healthOf(service)));
    const services = answers.filter((health) => health !== undefined);
    const missing = [
      ...(this.broker.isConnected ? [] : ['nats']),
      ...SERVICES.filter((_, index) => answers[index] === undefined),
    ];
    return { ready: missing.length === 0, missing, services };
  }

  private async healthOf(service: string): Promise<ServiceHealth | undefined> {
    const asked = defer(() => this.services.ask(healthOf(service), {}, { role: 'system' }));
    const answer = await firstValueFrom(asked.pipe(timeout(PATIENCE_MS))).catch(() => undefined);
    return answer && !('rejected' in answer) ? answer : undefined;
  }
}
