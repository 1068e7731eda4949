import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type EscalationRow, ReadEscalations } from '@redress/contracts/rectification/escalate-task';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { deskPage } from '../desk-page.js';
import { escalationDesk } from './escalation-desk.js';

@Controller()
export class EscalationDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadEscalations.subject)
  readEscalations(
    @Payload('query') query: ReadEscalations,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<EscalationRow>>> {
    const { status, kind, leadUnit, taskId } = query;
    const where = { status, kind, leadUnit, taskId };
    return deskPage(this.models, escalationDesk, query, actor, { where, by: 'proposedAt' });
  }
}
