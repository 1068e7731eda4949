import { Controller, type Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import { Workers } from './workers.js';

/** Says how the service is; a class for each service, since the subject is part of it. */
export const healthHandler = (service: string): Type => {
  @Controller()
  class HealthHandler {
    constructor(private readonly workers: Workers) {}

    @MessagePattern(healthOf(service).subject)
    async health(): Promise<ServiceHealth> {
      return {
        service,
        ...(await this.workers.health()),
        reactions: [],
        rssBytes: process.memoryUsage.rss(),
        uptimeSeconds: Math.floor(process.uptime()),
      };
    }
  }
  return HealthHandler;
};
