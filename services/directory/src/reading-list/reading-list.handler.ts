import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ListReadings, type ReadingRow } from '@redress/contracts/directory/readings';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { readingList } from './reading-list.js';

const USUAL_LIMIT = 50;

/** To look at who read what is no reading of it: no name and nothing that somebody said is in it. */
@Controller()
export class ReadingListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListReadings.subject)
  async list(
    @Payload('query') query: ListReadings,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<Page<ReadingRow>>> {
    if (role !== 'auditor') return { rejected: 'not-found' };
    const { person, reader, route, from, to, limit = USUAL_LIMIT, cursor, order = 'desc' } = query;
    const where = {
      ...(person && { about: { has: person } }),
      ...(reader && { by: reader }),
      ...(route !== undefined && { route }),
      at: { ...(from && { from }), ...(to && { to }) },
    };
    return answered(this.models, readingList, query, async () => {
      const descending = order === 'desc';
      const page = await this.models.find(readingList, { where, by: 'at', descending, limit, cursor });
      return { ...page, rows: page.rows.map(({ by: _by, about: _about, ...row }) => row) };
    });
  }
}
