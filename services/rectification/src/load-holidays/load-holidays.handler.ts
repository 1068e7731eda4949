import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type LoadingRejection,
  LoadHolidays,
  type WithdrawalRejection,
  WithdrawHolidays,
} from '@redress/contracts/rectification/load-holidays';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { BOOK, policyBook } from '../policy/book.js';
import { loadHolidays, withdrawHolidays } from './load-holidays.js';
import { readFile } from './read-file.js';

@Controller()
export class LoadHolidaysHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(LoadHolidays.subject)
  async load(
    @Payload('command') command: LoadHolidays,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<LoadingRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = loadHolidays(command, readFile(command.ical), envelope.actor, today);
    return transact(this.store, policyBook, BOOK, envelope, decide);
  }

  @MessagePattern(WithdrawHolidays.subject)
  withdraw(
    @Payload('command') command: WithdrawHolidays,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<WithdrawalRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = withdrawHolidays(command, envelope.actor, today);
    return transact(this.store, policyBook, BOOK, envelope, decide);
  }
}
