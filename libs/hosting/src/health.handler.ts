import { Controller, type Type } from '@nestjs/common';
import { Ctx, MessagePattern } from '@nestjs/microservices';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import { Health } from './health.js';

/** The entrance for the question how the service is. A class for each service, whose name is in the subject. */
export const healthHandler = (service: string): Type => {
  @Controller()
  class HealthHandler {
    constructor(private readonly health: Health) {}

    // The question has no fields. Were no parameter named, Nest would hand over the payload, of no class.
    @MessagePattern(healthOf(service).subject)
    answer(@Ctx() _context: unknown): Promise<ServiceHealth> {
      return this.health.now();
    }
  }
  return HealthHandler;
};
