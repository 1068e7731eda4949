import { Injectable } from '@nestjs/common';
import type { Actor } from '@redress/contracts/envelope';
import { PAGE_LIMIT } from '@redress/contracts/query';
import { ReadLedger, type ReadLedgerFacets } from '@redress/contracts/rectification/ledger-queries';
import { ReadPolicy } from '@redress/contracts/rectification/read-policy';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import type { Language } from '@redress/edge/texts/text';
import { Clock } from '@redress/eventsourcing/clock';
import { COLUMNS, type Reading } from './columns.js';
import type { Line } from './csv.js';
import { KnownNames } from '../names/known-names.js';
import { peopleNamedIn, unitsNamedIn } from './named-in-tasks.js';

type Page = InstanceType<typeof ReadLedger.reply>;

@Injectable()
export class LedgerExport {
  constructor(
    private readonly services: Services,
    private readonly clock: Clock,
  ) {}

  /**
   * The lines of the ledger as one reader may see it, the header first. They come in the order of their ids, which never
   * change: a task that changes meanwhile is there once, as it is when it is read.
   *
   * @throws before the first line what the query is answered with; later lines fail when the services do.
   */
  async begin(asked: ReadLedgerFacets, language: Language, reader: Actor): Promise<AsyncIterable<Line>> {
    const first = await this.page(asked, reader);
    const policy = found(await this.services.ask(ReadPolicy, {}, reader));
    const names = new KnownNames(this.services, reader);
    return this.lines(first, asked, reader, { language, names, policy, clock: this.clock });
  }

  private async *lines(
    first: Page,
    asked: ReadLedgerFacets,
    reader: Actor,
    reading: Reading,
  ): AsyncIterable<Line> {
    yield COLUMNS.map(({ header }) => header[reading.language]);
    let number = 0;
    for (let page: Page | undefined = first; page; page = await this.after(page, asked, reader)) {
      await reading.names.learn(unitsNamedIn(page.rows), peopleNamedIn(page.rows));
      for (const task of page.rows) {
        number += 1;
        yield COLUMNS.map(({ cell }) => cell(task, reading, number));
      }
    }
  }

  private async after({ next }: Page, asked: ReadLedgerFacets, reader: Actor): Promise<Page | undefined> {
    return next === undefined ? undefined : this.page(asked, reader, next);
  }

  private async page(asked: ReadLedgerFacets, reader: Actor, cursor?: string): Promise<Page> {
    const query = {
      ...asked,
      sort: 'id',
      limit: PAGE_LIMIT,
      ...(cursor !== undefined && { cursor }),
    } as const;
    return found(await this.services.ask(ReadLedger, query, reader));
  }
}
