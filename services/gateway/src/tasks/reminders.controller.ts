import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { type ReminderRejection, RemindTask } from '@redress/contracts/rectification/remind-task';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Reminder extends PickType(RemindTask, ['text']) {}

@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId/reminders')
export class RemindersController {
  constructor(private readonly services: Services) {}

  @Put(':entryId')
  @ApiOperation({ summary: 'Reminds the lead unit of what it owes' })
  @Refuses(RemindTask, () => REMINDER)
  async remind(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { text }: Reminder,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RemindTask, { taskId, entryId, text }, envelope), REMINDER);
  }
}

const REMINDER: Readonly<Record<ReminderRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'task-is-returned': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
};
