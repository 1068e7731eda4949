import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  ApproveEscalation,
  type CarryingOutRejection,
  CarryOutEscalation,
  type EscalationAnswerRejection,
  type ProposalRejection,
  ProposeEscalation,
  RefuseEscalation,
} from '@redress/contracts/rectification/escalate-task';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class EscalationProposal extends PickType(ProposeEscalation, ['kind', 'reason']) {}
export class EscalationRefusal extends PickType(RefuseEscalation, ['reason']) {}
export class EscalationRecord extends PickType(CarryOutEscalation, ['on', 'record']) {}

/** The last two steps against a task that is late. */
@ApiTags('escalations')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId/escalations/:entryId')
export class EscalationsController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({ summary: 'Proposes a formal talk or a circular' })
  @Refuses(ProposeEscalation, () => PROPOSAL)
  async propose(
    @Param() { taskId, entryId }: EntryRef,
    @Body() proposal: EscalationProposal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...proposal };
    return settle(await this.services.send(ProposeEscalation, command, envelope), PROPOSAL);
  }

  @Put('approval')
  @ApiOperation({ summary: 'Approves what another person proposed' })
  @Refuses(ApproveEscalation, () => ANSWER)
  async approve(@Param() { taskId, entryId }: EntryRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(ApproveEscalation, { taskId, entryId }, envelope), ANSWER);
  }

  @Put('refusal')
  @ApiOperation({ summary: 'Refuses what another person proposed, and says why' })
  @Refuses(RefuseEscalation, () => ANSWER)
  async refuse(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { reason }: EscalationRefusal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RefuseEscalation, { taskId, entryId, reason }, envelope), ANSWER);
  }

  @Put('record')
  @ApiOperation({ summary: 'Says when the talk was held or the circular went round, and what came of it' })
  @Refuses(CarryOutEscalation, () => CARRYING_OUT)
  async carryOut(
    @Param() { taskId, entryId }: EntryRef,
    @Body() record: EscalationRecord,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...record };
    return settle(await this.services.send(CarryOutEscalation, command, envelope), CARRYING_OUT);
  }
}

const PROPOSAL: Readonly<Record<ProposalRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'proposer-is-unnamed': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'not-a-step': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-card-that-grave': HttpStatus.CONFLICT,
  'another-proposal-is-open': HttpStatus.CONFLICT,
  'step-before-not-taken': HttpStatus.CONFLICT,
};

const ANSWER: Readonly<Record<EscalationAnswerRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-escalation': HttpStatus.NOT_FOUND,
  'not-the-approver': HttpStatus.FORBIDDEN,
  'approver-is-unnamed': HttpStatus.FORBIDDEN,
  'proposer-does-not-approve': HttpStatus.FORBIDDEN,
  'escalation-already-answered': HttpStatus.CONFLICT,
  'escalation-lapsed': HttpStatus.CONFLICT,
};

const CARRYING_OUT: Readonly<Record<CarryingOutRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-escalation': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'escalation-not-approved': HttpStatus.CONFLICT,
  'escalation-already-carried-out': HttpStatus.CONFLICT,
  'escalation-lapsed': HttpStatus.CONFLICT,
  'carried-out-in-the-future': HttpStatus.UNPROCESSABLE_ENTITY,
};
