import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type AcceptanceRejection, AcceptTask } from '@redress/contracts/rectification/accept-task';
import { PlanMeasures, type PlanRejection } from '@redress/contracts/rectification/plan-measures';
import { EntryRef, TaskRef } from '@redress/contracts/rectification/refs';
import { type ProgressRejection, ReportProgress } from '@redress/contracts/rectification/report-progress';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Acceptance extends PickType(AcceptTask, ['responsible']) {}
export class Plan extends PickType(PlanMeasures, ['measures']) {}
export class Progress extends PickType(ReportProgress, ['text', 'done']) {}

/** What the responsible units write. */
@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class WorkController {
  constructor(private readonly services: Services) {}

  @Put('acceptance')
  @ApiOperation({ summary: 'Accepts the task, and names the responsible person' })
  @Refuses(AcceptTask, () => ACCEPTANCE)
  async accept(
    @Param() { taskId }: TaskRef,
    @Body() acceptance: Acceptance,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AcceptTask, { taskId, ...acceptance }, envelope), ACCEPTANCE);
  }

  @Put('plan')
  @ApiOperation({ summary: 'Plans measures, each with person, day and criterion' })
  @Refuses(PlanMeasures, () => PLAN)
  async plan(
    @Param() { taskId }: TaskRef,
    @Body() plan: Plan,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(PlanMeasures, { taskId, ...plan }, envelope), PLAN);
  }

  @Put('progress/:entryId')
  @ApiOperation({ summary: 'Reports progress, and which measures are done' })
  @Refuses(ReportProgress, () => PROGRESS)
  async report(
    @Param() { taskId, entryId }: EntryRef,
    @Body() progress: Progress,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...progress };
    return settle(await this.services.send(ReportProgress, command, envelope), PROGRESS);
  }
}

const ACCEPTANCE: Readonly<Record<AcceptanceRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'task-is-returned': HttpStatus.CONFLICT,
  'already-accepted': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'responsible-is-elsewhere': HttpStatus.UNPROCESSABLE_ENTITY,
};

const PLAN: Readonly<Record<PlanRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'not-accepted-yet': HttpStatus.CONFLICT,
  'already-planned': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'measure-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'measure-due-after-the-deadline': HttpStatus.UNPROCESSABLE_ENTITY,
};

const PROGRESS: Readonly<Record<ProgressRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-a-responsible-unit': HttpStatus.FORBIDDEN,
  'not-planned-yet': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'no-such-measure': HttpStatus.UNPROCESSABLE_ENTITY,
};
