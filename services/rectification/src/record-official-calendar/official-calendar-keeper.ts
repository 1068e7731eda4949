import { randomUUIDv7 } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { officialCalendar } from '@redress/calendar/official-calendar';
import type { CaseId, MessageId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { BOOK, policyBook } from '../policy/book.js';
import { recordOfficialCalendar } from './record-official-calendar.js';

/** Before anything is counted by an official calendar, it is in the log. */
@Injectable()
export class OfficialCalendarKeeper implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const envelope = {
      actor: { role: 'system' },
      correlationId: randomUUIDv7() as CaseId,
      causationId: randomUUIDv7() as MessageId,
      happenedAt: this.clock.now(),
    } as const;
    await transact(this.store, policyBook, BOOK, envelope, recordOfficialCalendar(officialCalendar));
  }
}
