import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type ExtensionRow, ReadExtensions } from '@redress/contracts/rectification/extend-deadline';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { scopeOf } from '../who-sees.js';
import { extensionDesk } from './extension-desk.js';

const PAGE = 50;

@Controller()
export class ExtensionDeskHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadExtensions.subject)
  readExtensions(
    @Payload('query') query: ReadExtensions,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<ExtensionRow>>> {
    const { status, leadUnit, taskId, sort, order, limit, cursor, text } = query;
    return answered(this.models, extensionDesk, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      return this.models.find(extensionDesk, {
        where: {
          ...scope,
          ...(status && { status }),
          ...(leadUnit && { leadUnit }),
          ...(taskId && { taskId }),
        },
        by: sort ?? 'askedAt',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
    });
  }
}
