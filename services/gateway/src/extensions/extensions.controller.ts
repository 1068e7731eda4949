import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type ExtensionAnswerRejection,
  ExtensionRef,
  type ExtensionRequestRejection,
  GrantExtension,
  RefuseExtension,
  RequestExtension,
} from '@redress/contracts/rectification/extend-deadline';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

// What the path does not say. Who asks is in neither.
export class MoreTime extends PickType(RequestExtension, ['until', 'reason']) {}
export class ExtensionRefusal extends PickType(RefuseExtension, ['reason']) {}

// PUT, with an id that the caller made up: sent twice, it is still one request.
@ApiTags('extensions')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId/extensions/:extensionId')
export class ExtensionsController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({ summary: 'Asks for more time, until another day' })
  @Refuses(RequestExtension, () => REQUEST)
  async request(
    @Param() { taskId, extensionId }: ExtensionRef,
    @Body() { until, reason }: MoreTime,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, extensionId, until, reason };
    return settle(await this.services.send(RequestExtension, command, envelope), REQUEST);
  }

  @Put('grant')
  @ApiOperation({ summary: 'Moves the deadline to the day that was asked for' })
  @Refuses(GrantExtension, () => ANSWER)
  async grant(
    @Param() { taskId, extensionId }: ExtensionRef,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(GrantExtension, { taskId, extensionId }, envelope), ANSWER);
  }

  @Put('refusal')
  @ApiOperation({ summary: 'Leaves the deadline as it is, and says why' })
  @Refuses(RefuseExtension, () => ANSWER)
  async refuse(
    @Param() { taskId, extensionId }: ExtensionRef,
    @Body() { reason }: ExtensionRefusal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, extensionId, reason };
    return settle(await this.services.send(RefuseExtension, command, envelope), ANSWER);
  }
}

const REQUEST: Readonly<Record<ExtensionRequestRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'extension-id-is-taken': HttpStatus.CONFLICT,
  'task-is-returned': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'another-extension-is-pending': HttpStatus.CONFLICT,
  'deadline-has-passed': HttpStatus.CONFLICT,
  'not-later-than-the-deadline': HttpStatus.UNPROCESSABLE_ENTITY,
};

const ANSWER: Readonly<Record<ExtensionAnswerRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-extension': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'needs-the-leading-group': HttpStatus.FORBIDDEN,
  'extension-already-answered': HttpStatus.CONFLICT,
  'extension-lapsed': HttpStatus.CONFLICT,
};
