import { Module, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Session } from '@redress/contracts/directory/who-acts';
import { lead, officer } from '@redress/contracts/rectification/people.examples';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { ProblemFilter } from '@redress/edge/problem.filter';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { SessionGuard } from '../session/session.guard.js';
import { Sessions } from '../session/sessions.js';

/** Some routes as the gateway has them: who acts is found out, shapes are checked, and problems are told. */
export const gatewayOf = (
  controllers: readonly Type[],
  services: Services,
  sessions: Type<Sessions>,
  more: readonly Provider[] = [],
): Type => {
  @Module({
    controllers: [...controllers],
    providers: [
      Clock,
      { provide: Services, useValue: services },
      { provide: Sessions, useClass: sessions },
      { provide: APP_GUARD, useClass: SessionGuard },
      { provide: APP_PIPE, useClass: ContractPipe },
      { provide: APP_FILTER, useClass: ProblemFilter },
      ...more,
    ],
  })
  class Routes {}
  return Routes;
};

/** `officer` is the token of the office, and any other that of a lead unit. */
export class OfficerOrLead extends Sessions {
  override sessionOf(token: string): Promise<Session | undefined> {
    const actor = token === 'officer' ? officer : lead;
    return Promise.resolve({ actor, recordsPast: false } as Session);
  }
}
