import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { CloseTask, type ClosingRejection } from '@redress/contracts/rectification/close-task';
import { EntryRef, TaskRef } from '@redress/contracts/rectification/refs';
import { type ReopeningRejection, ReopenTask } from '@redress/contracts/rectification/reopen-task';
import { type CloseOutRejection, RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import {
  RejectCloseOut,
  type VerificationRejection,
  VerifyCloseOut,
} from '@redress/contracts/rectification/verify-close-out';
import { SignCloseOut, type SigningRejection } from '@redress/contracts/rectification/sign-close-out';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { UNUSABLE } from './unusable-request.js';

export class CloseOut extends PickType(RequestCloseOut, ['summary', 'unfinished']) {}
export class Verification extends PickType(VerifyCloseOut, ['seen', 'where', 'on']) {}
export class Rejection extends PickType(RejectCloseOut, ['missing']) {}
export class Closing extends PickType(CloseTask, ['entryId', 'outcome']) {}
export class Reopening extends PickType(ReopenTask, ['reason', 'deadline']) {}

/** How a line is struck off, and put back. */
@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class CloseOutController {
  constructor(private readonly services: Services) {}

  @Put('close-out/:entryId')
  @ApiOperation({ summary: 'Asks for close-out, in place of an earlier request' })
  @Refuses(RequestCloseOut, () => REQUEST)
  async request(
    @Param() { taskId, entryId }: EntryRef,
    @Body() closeOut: CloseOut,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...closeOut };
    return settle(await this.services.send(RequestCloseOut, command, envelope), REQUEST);
  }

  @Put('close-out/:entryId/signature')
  @ApiOperation({ summary: 'Signs a request for close-out; by who leads the lead unit' })
  @Refuses(SignCloseOut, () => SIGNING)
  async sign(@Param() { taskId, entryId }: EntryRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(SignCloseOut, { taskId, entryId }, envelope), SIGNING);
  }

  @Put('close-out/:entryId/verification')
  @ApiOperation({ summary: 'Says what was seen, where and when; by nobody who answers for the task' })
  @Refuses(VerifyCloseOut, () => ANSWER)
  async verify(
    @Param() { taskId, entryId }: EntryRef,
    @Body() verification: Verification,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...verification };
    return settle(await this.services.send(VerifyCloseOut, command, envelope), ANSWER);
  }

  @Put('close-out/:entryId/rejection')
  @ApiOperation({ summary: 'Says what is missing for the close-out' })
  @Refuses(RejectCloseOut, () => ANSWER)
  async reject(
    @Param() { taskId, entryId }: EntryRef,
    @Body() rejection: Rejection,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...rejection };
    return settle(await this.services.send(RejectCloseOut, command, envelope), ANSWER);
  }

  @Put('closing')
  @ApiOperation({
    summary:
      'Closes the task on a verified request, once its notice is over or skipped; unless the evidence has changed since',
  })
  @Refuses(CloseTask, () => CLOSING)
  async close(
    @Param() { taskId }: TaskRef,
    @Body() closing: Closing,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(CloseTask, { taskId, ...closing }, envelope), CLOSING);
  }

  @Put('reopening')
  @ApiOperation({
    summary: 'Puts a closed task back, and says why; with a new deadline, if the old one will not do',
  })
  @Refuses(ReopenTask, () => REOPENING)
  async reopen(
    @Param() { taskId }: TaskRef,
    @Body() reopening: Reopening,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(ReopenTask, { taskId, ...reopening }, envelope), REOPENING);
  }
}

const REQUEST: Readonly<Record<CloseOutRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'not-planned-yet': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'no-evidence': HttpStatus.CONFLICT,
  'no-such-measure': HttpStatus.UNPROCESSABLE_ENTITY,
  'measure-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'measure-is-done': HttpStatus.UNPROCESSABLE_ENTITY,
  'measure-left-open': HttpStatus.UNPROCESSABLE_ENTITY,
};

const SIGNING: Readonly<Record<SigningRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-close-out': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'not-a-head': HttpStatus.FORBIDDEN,
  'task-is-closed': HttpStatus.CONFLICT,
  'close-out-replaced': HttpStatus.CONFLICT,
  'close-out-already-answered': HttpStatus.CONFLICT,
  'signature-not-awaited': HttpStatus.CONFLICT,
};

const ANSWER: Readonly<Record<VerificationRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-close-out': HttpStatus.NOT_FOUND,
  'not-a-verifier': HttpStatus.FORBIDDEN,
  'verifier-is-unnamed': HttpStatus.FORBIDDEN,
  'verifier-of-a-responsible-unit': HttpStatus.FORBIDDEN,
  'verifier-answers-for-the-task': HttpStatus.FORBIDDEN,
  'verifier-is-recused': HttpStatus.FORBIDDEN,
  'close-out-replaced': HttpStatus.CONFLICT,
  'close-out-already-answered': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'evidence-changed': HttpStatus.CONFLICT,
  'close-out-not-signed': HttpStatus.CONFLICT,
  'seen-in-the-future': HttpStatus.UNPROCESSABLE_ENTITY,
};

const CLOSING: Readonly<Record<ClosingRejection, HttpStatus>> = {
  ...UNUSABLE,
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'already-closed': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'notice-not-published': HttpStatus.CONFLICT,
  'notice-not-over': HttpStatus.CONFLICT,
  'objection-unanswered': HttpStatus.CONFLICT,
};

const REOPENING: Readonly<Record<ReopeningRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'not-closed': HttpStatus.CONFLICT,
  'deadline-before-reopening': HttpStatus.UNPROCESSABLE_ENTITY,
  'deadline-needed': HttpStatus.UNPROCESSABLE_ENTITY,
};
