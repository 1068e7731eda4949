import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { Reading } from '@redress/contracts/query';
import { type AssignmentRejection, AssignTask } from '@redress/contracts/rectification/assign-task';
import { ReadTask, TaskRow } from '@redress/contracts/rectification/ledger';
import { TaskRef } from '@redress/contracts/rectification/refs';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Patience, patiently } from '../http/prefer.js';
import { Acting } from '../session/session.guard.js';

// What the path does not say. Who assigns is in neither.
export class Assignment extends OmitType(AssignTask, ['taskId']) {}

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly services: Services) {}

  @Get(':taskId')
  @ApiOperation({ summary: 'A task; with `Prefer: wait`, one that was just assigned is waited for' })
  @ApiOkResponse({ type: TaskRow })
  async read(
    @Param() { taskId }: TaskRef,
    @Query() reading: Reading,
    @Patience() patienceMs: number,
    @Acting() { actor }: Envelope,
  ): Promise<TaskRow> {
    const ask = () => this.services.ask(ReadTask, { taskId, ...reading }, actor);
    return found(await patiently(patienceMs, ask));
  }

  @Put(':taskId')
  @ApiOperation({ summary: 'Assigns a task for issues to a lead unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(AssignTask, () => STATUS)
  async assign(
    @Param() { taskId }: TaskRef,
    @Body() assignment: Assignment,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AssignTask, { taskId, ...assignment }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<AssignmentRejection, HttpStatus>> = {
  'no-such-issue': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'already-assigned': HttpStatus.CONFLICT,
  'issue-is-resolved': HttpStatus.CONFLICT,
  'issue-is-merged': HttpStatus.CONFLICT,
  'issue-has-its-task': HttpStatus.CONFLICT,
  'lead-unit-also-supports': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-unit': HttpStatus.UNPROCESSABLE_ENTITY,
  'deadline-before-assignment': HttpStatus.UNPROCESSABLE_ENTITY,
  'deadline-needed': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-task-type': HttpStatus.UNPROCESSABLE_ENTITY,
};
