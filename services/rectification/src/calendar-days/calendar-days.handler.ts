import { BadRequestException, Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  AddWorkingDays,
  type CalendarDays,
  MOST_CALENDAR_DAYS,
  ReadCalendar,
  type WorkingDaysSum,
} from '@redress/contracts/rectification/calendar-days';
import type { Answer } from '@redress/contracts/query';
import { type Day, daysBetween as lengthOf } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { Policies } from '../policy/policies.js';
import { holidaysOn } from '../policy/standards.js';
import { daysBetween, sumOf } from './calendar-days.js';

/** Beyond, days can hardly be written. */
const LAST = '9990-12-31' as Day;

/** By what is counted today. From the log itself: whatever position a query names, it is there. */
@Controller()
export class CalendarDaysHandler {
  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadCalendar.subject)
  async read(@Payload('query') { from, to }: ReadCalendar): Promise<Answer<CalendarDays>> {
    const length = lengthOf(from, to) + 1;
    if (length < 1 || length > MOST_CALENDAR_DAYS)
      throw malformed('to', 'days', { most: MOST_CALENDAR_DAYS - 1 });
    const today = this.today();
    const { calendar } = await this.policies.on(today);
    const holidays = holidaysOn(await this.policies.book(), today);
    return {
      timeZone: this.clock.timeZone,
      version: calendar.version,
      published: calendar.published,
      holidays: holidays.map(({ id, name, from: since, version }) => ({ id, name, from: since, version })),
      days: daysBetween(calendar, from, to),
    };
  }

  @MessagePattern(AddWorkingDays.subject)
  async add(
    @Payload('query') { from, add, calendar: version }: AddWorkingDays,
  ): Promise<Answer<WorkingDaysSum>> {
    if (from > LAST) throw malformed('from', 'date', {});
    const calendar =
      version === undefined
        ? (await this.policies.on(this.today())).calendar
        : await this.policies.calendar(version);
    return calendar ? sumOf(calendar, from, add) : { rejected: 'not-found' };
  }

  private today(): Day {
    return this.clock.dayOf(this.clock.now());
  }
}

const malformed = (field: string, rule: string, limits: object): BadRequestException =>
  new BadRequestException({ type: 'malformed', errors: [{ field, rule, limits }] });
