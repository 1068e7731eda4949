import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type AuditStatus, FindAuditStatus } from '@redress/contracts/audit/status';
import { ReadModels } from '@redress/read-models/read-models';
import { heldOf, servicesSeen } from './held.js';

@Controller()
export class StatusHandler {
  constructor(private readonly models: ReadModels) {}

  /** Numbers only, so whoever operates the system may ask. */
  @MessagePattern(FindAuditStatus.subject)
  async status(@Payload('query') { service }: FindAuditStatus): Promise<AuditStatus> {
    const services = service === undefined ? await servicesSeen(this.models) : [service];
    return { services: await Promise.all(services.map((service) => heldOf(this.models, service))) };
  }
}
