import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  ListRegistrations,
  type RegistrationRow,
  type RegistrationView,
  SeeRegistration,
} from '@redress/contracts/identity/registrations';
import { streamOf } from '@redress/contracts/event';
import type { Answer } from '@redress/contracts/query';
import type { RegistrationId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { answered } from '@redress/read-models/answer';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { registrations, stateAt } from '../registration/registration.js';
import { Typed } from '../registration/typed.js';
import { type KeptRegistration, registrationDesk } from './registration-desk.js';

/** What was typed is put to the rows when they are shown, for as long as it is there. */
@Controller()
export class RegistrationDeskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly typed: Typed,
    private readonly people: People,
  ) {}

  @MessagePattern(ListRegistrations.subject)
  list(@Payload('query') query: ListRegistrations): Promise<Answer<Page<RegistrationRow>>> {
    const { status, limit = 50, cursor, order } = query;
    return answered(this.models, registrationDesk, query, async () => {
      const descending = order === 'desc';
      const asked = { where: this.being(status), by: 'askedAt', descending, limit, cursor } as const;
      const page = await this.models.find(registrationDesk, asked);
      return { ...page, rows: await Promise.all(page.rows.map((row) => this.shown(row))) };
    });
  }

  /** From the streams, since it is decided by. */
  @MessagePattern(SeeRegistration.subject)
  async see(@Payload('query') { registrationId: id }: SeeRegistration): Promise<Answer<RegistrationView>> {
    const history = await this.store.read(streamOf(registrations, id));
    const registration = fold(registrations, history);
    const state = stateAt(registration, this.clock.now());
    const [asked] = history;
    if (!asked || !state) return { rejected: 'not-found' };
    const { status, lapsesAt, reason } = state;
    const row = {
      id,
      status,
      askedAt: asked.happenedAt,
      lapsesAt,
      ...(reason !== undefined && { reason }),
      ...(registration.status === 'accepted' && { person: registration.personId }),
    };
    return status === 'waiting' ? { ...row, ...(await this.compared(id)) } : row;
  }

  private async compared(
    id: RegistrationId,
  ): Promise<Pick<RegistrationView, 'rosterNumber' | 'name' | 'registered' | 'account'>> {
    const typed = await this.typed.find(id);
    const registered = typed && (await this.people.find(typed.rosterNumber));
    if (registered === undefined) return { ...typed };
    const { status } = await load(this.store, accounts, registered);
    return { ...typed, registered, ...(status !== 'none' && { account: status }) };
  }

  private async shown(row: KeptRegistration): Promise<RegistrationRow> {
    if (row.status !== 'waiting') return row;
    // As it stands now: the rows may be behind, and a request that is over shows nothing of what was typed.
    const registration = await load(this.store, registrations, row.id);
    const { status = row.status } = stateAt(registration, this.clock.now()) ?? {};
    const typed = status === 'waiting' ? await this.typed.find(row.id) : undefined;
    return { ...row, status, ...typed };
  }

  private being(status: ListRegistrations['status']): Filter<KeptRegistration> {
    const now = this.clock.now();
    if (status === undefined) return {};
    if (status === 'waiting') return { status, lapsesAt: { from: now } };
    return status === 'lapsed' ? { status: 'waiting', lapsesAt: { to: now } } : { status };
  }
}
