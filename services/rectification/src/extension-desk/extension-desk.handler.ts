import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type ExtensionRow, ReadExtensions } from '@redress/contracts/rectification/extend-deadline';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { deskPage } from '../desk-page.js';
import { extensionDesk } from './extension-desk.js';

@Controller()
export class ExtensionDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadExtensions.subject)
  readExtensions(
    @Payload('query') query: ReadExtensions,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<ExtensionRow>>> {
    const { status, leadUnit, taskId, sort = 'askedAt' } = query;
    const where = { status, leadUnit, taskId };
    return deskPage(this.models, extensionDesk, query, actor, { where, by: sort });
  }
}
