import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AddWorkingDays, ReadCalendar } from '@redress/contracts/rectification/calendar-days';
import {
  type HolidaysRejection,
  HolidaysRef,
  LoadHolidays,
  WithdrawHolidays,
} from '@redress/contracts/rectification/load-holidays';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class HolidaysInFile extends PickType(LoadHolidays, ['name', 'ical', 'from']) {}
export class HolidaysWithdrawal extends PickType(WithdrawHolidays, ['reason']) {}

/** Which days are worked. */
@ApiTags('policy')
@Controller()
export class CalendarController {
  constructor(private readonly services: Services) {}

  @Get('calendar')
  @ApiOperation({ summary: 'Which days are worked and why, by the calendar of today' })
  @ApiOkResponse({ type: ReadCalendar.reply })
  async read(@Query() query: ReadCalendar, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadCalendar, query, actor));
  }

  @Get('working-days')
  @ApiOperation({ summary: 'The day that is so many working days after another, and how that comes about' })
  @ApiOkResponse({ type: AddWorkingDays.reply })
  async add(@Query() query: AddWorkingDays, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(AddWorkingDays, query, actor));
  }

  @Put('calendar/holidays/:holidaysId')
  @ApiOperation({ summary: 'Loads own holidays and make-up days from an iCalendar' })
  @ApiOkResponse({ type: Written })
  @Refuses(LoadHolidays, () => STATUS)
  async load(
    @Param() { holidaysId }: HolidaysRef,
    @Body() file: HolidaysInFile,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(LoadHolidays, { holidaysId, ...file }, envelope), STATUS);
  }

  @Delete('calendar/holidays/:holidaysId')
  @ApiOperation({ summary: 'Withdraws own holidays, and says why' })
  @ApiOkResponse({ type: Written })
  @Refuses(WithdrawHolidays, () => STATUS)
  async withdraw(
    @Param() { holidaysId }: HolidaysRef,
    @Body() { reason }: HolidaysWithdrawal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(WithdrawHolidays, { holidaysId, reason }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<HolidaysRejection, HttpStatus>> = {
  'not-the-office': HttpStatus.FORBIDDEN,
  'no-such-holidays': HttpStatus.NOT_FOUND,
  'holidays-id-is-taken': HttpStatus.CONFLICT,
  'holidays-are-withdrawn': HttpStatus.CONFLICT,
  'too-many-holiday-files': HttpStatus.CONFLICT,
  'reaches-back': HttpStatus.UNPROCESSABLE_ENTITY,
};
