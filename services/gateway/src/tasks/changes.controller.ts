import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ChangeMeasures, type PlanChangeRejection } from '@redress/contracts/rectification/change-measures';
import { NameResponsible, type NamingRejection } from '@redress/contracts/rectification/name-responsible';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class PlanChange extends PickType(ChangeMeasures, ['reason', 'measures']) {}
export class ResponsibleNaming extends PickType(NameResponsible, ['responsible', 'reason']) {}

/** What the lead unit changes of what it promised; each change has an id of its own, and stays on record. */
@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class ChangesController {
  constructor(private readonly services: Services) {}

  @Put('measures/:entryId')
  @ApiOperation({ summary: 'Changes the measures that are still to be done, and says why' })
  @Refuses(ChangeMeasures, () => CHANGE)
  async changeMeasures(
    @Param() { taskId, entryId }: EntryRef,
    @Body() change: PlanChange,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...change };
    return settle(await this.services.send(ChangeMeasures, command, envelope), CHANGE);
  }

  @Put('responsible/:entryId')
  @ApiOperation({ summary: 'Names another person who answers for the task' })
  @Refuses(NameResponsible, () => NAMING)
  async nameResponsible(
    @Param() { taskId, entryId }: EntryRef,
    @Body() naming: ResponsibleNaming,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...naming };
    return settle(await this.services.send(NameResponsible, command, envelope), NAMING);
  }
}

const CHANGE: Readonly<Record<PlanChangeRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'not-planned-yet': HttpStatus.CONFLICT,
  'close-out-is-requested': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'nothing-changes': HttpStatus.CONFLICT,
  'measure-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'done-measure-changed': HttpStatus.UNPROCESSABLE_ENTITY,
  'measure-due-after-the-deadline': HttpStatus.UNPROCESSABLE_ENTITY,
};

const NAMING: Readonly<Record<NamingRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'not-accepted-yet': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'already-responsible': HttpStatus.CONFLICT,
  'responsible-is-elsewhere': HttpStatus.UNPROCESSABLE_ENTITY,
};
