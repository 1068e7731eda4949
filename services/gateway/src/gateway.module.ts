import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { ProblemFilter } from '@redress/edge/problem.filter';
import { Clock } from '@redress/eventsourcing/clock';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { DirectorySessions } from './session/directory-sessions.js';
import { SessionGuard } from './session/session.guard.js';
import { Sessions } from './session/sessions.js';

@Module({
  controllers: [],
  providers: [
    { provide: Clock, useFactory: () => new Clock(process.env['REDRESS_TIME_ZONE']) },
    { provide: Sessions, useClass: DirectorySessions },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
export class GatewayModule {}
