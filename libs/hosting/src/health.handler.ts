import { Controller, type Type } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import { Health } from './health.js';

/** The entrance for the question how the service is. A class for each service, whose name is in the subject. */
export const healthHandler = (service: string): Type => {
  @Controller()
  class HealthHandler {
    constructor(private readonly health: Health) {}

    @MessagePattern(healthOf(service).subject)
    answer(): Promise<ServiceHealth> {
      return this.health.now();
    }
  }
  return HealthHandler;
};
