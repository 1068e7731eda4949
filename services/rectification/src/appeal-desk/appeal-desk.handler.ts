import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type AppealRow, ReadAppeals } from '@redress/contracts/rectification/appeal-card';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { deskPage } from '../desk-page.js';
import { appealDesk, asItStands, standingAs } from './appeal-desk.js';

@Controller()
export class AppealDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadAppeals.subject)
  async readAppeals(
    @Payload('query') query: ReadAppeals,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<AppealRow>>> {
    const { status, colour, leadUnit, taskId } = query;
    const where = { ...standingAs(status), colour, leadUnit, taskId };
    const page = await deskPage(this.models, appealDesk, query, actor, { where, by: 'appealedAt' });
    return 'rejected' in page ? page : { ...page, rows: page.rows.map(asItStands) };
  }
}
