import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { EntryRef } from '@redress/contracts/rectification/refs';
import {
  type ReassignmentRejection,
  ReassignTask,
  type ReturnRejection,
  ReturnTask,
} from '@redress/contracts/rectification/return-task';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class TaskReturn extends PickType(ReturnTask, ['reason']) {}
export class Reassignment extends PickType(ReassignTask, ['leadUnit', 'supportingUnits', 'deadline']) {}

/** How a task comes back that went to the wrong unit, and goes to another. */
@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class ReturnsController {
  constructor(private readonly services: Services) {}

  @Put('returns/:entryId')
  @ApiOperation({ summary: 'Gives a task back that is not accepted yet, and says why' })
  @Refuses(ReturnTask, () => RETURN)
  async giveBack(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { reason }: TaskReturn,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(ReturnTask, { taskId, entryId, reason }, envelope), RETURN);
  }

  @Put('reassignments/:entryId')
  @ApiOperation({ summary: 'Makes another unit answer for a returned task' })
  @Refuses(ReassignTask, () => REASSIGNMENT)
  async reassign(
    @Param() { taskId, entryId }: EntryRef,
    @Body() reassignment: Reassignment,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...reassignment };
    return settle(await this.services.send(ReassignTask, command, envelope), REASSIGNMENT);
  }
}

const RETURN: Readonly<Record<ReturnRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'task-is-returned': HttpStatus.CONFLICT,
  'already-accepted': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'return-is-too-late': HttpStatus.CONFLICT,
};

const REASSIGNMENT: Readonly<Record<ReassignmentRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'not-returned': HttpStatus.CONFLICT,
  'lead-unit-also-supports': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-unit': HttpStatus.UNPROCESSABLE_ENTITY,
  'deadline-before-assignment': HttpStatus.UNPROCESSABLE_ENTITY,
  'deadline-needed': HttpStatus.UNPROCESSABLE_ENTITY,
};
