import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type FactorRejection,
  type FactorRows,
  ListFactors,
  NameFactor,
  RemoveFactor,
} from '@redress/contracts/identity/enrolment';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { Answer } from '@redress/contracts/query';
import type { FactorId, PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { removeFactor } from './factors.js';
import { factorRowsOf } from './factor-rows.js';
import { Holders } from './holders.js';

/** What people do with the second factors that they have. */
@Controller()
export class FactorsHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly holders: Holders,
    private readonly keeper: SessionKeeper,
    private readonly secondFactor: SecondFactor,
  ) {}

  @MessagePattern(ListFactors.subject)
  async list(@Payload('query') { session: sha256 }: ListFactors): Promise<Answer<FactorRows>> {
    const holder = await this.holders.of(sha256);
    if ('rejected' in holder) return { rejected: 'not-found' };
    const { person } = holder.session;
    const rows = (await factorRowsOf(this.secrets, person, holder.account)).map(({ row }) => row);
    const recoveryCodes = (await this.secrets.ofPerson('recovery', person)).length;
    return { rows: rows.toSorted((a, b) => (a.enrolledAt < b.enrolledAt ? -1 : 1)), recoveryCodes };
  }

  /** What it is called is nobody else's matter, and no fact: it stands beside the secret. */
  @MessagePattern(NameFactor.subject)
  async name(
    @Payload('command') { session: sha256, factorId, name }: NameFactor,
  ): Promise<Outcome<FactorRejection>> {
    const holder = await this.holders.of(sha256);
    if ('rejected' in holder) return holder;
    const { person } = holder.session;
    const known = await factorRowsOf(this.secrets, person, holder.account);
    const found = known.find(({ row }) => row.factorId === factorId);
    if (!found) return { rejected: 'no-such-factor' };
    if (found.row.kind === 'totp')
      await this.secrets.change('totp', found.id, (kept) => ({ ...kept, value: { ...kept.value, name } }));
    else
      await this.secrets.change('passkey', found.id, (kept) => ({ ...kept, value: { ...kept.value, name } }));
    return this.keeper.at(person);
  }

  /** The fact comes first: what is left of it after a crash opens nothing, and goes at the next repeat. */
  @MessagePattern(RemoveFactor.subject)
  async remove(
    @Payload('command') { session: sha256, factorId }: RemoveFactor,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FactorRejection, Begun>> {
    const holder = await this.holders.proved(sha256);
    if ('rejected' in holder) return holder;
    const { person } = holder.session;
    const mustHaveOne = await this.secondFactor.isRequiredOf(person, holder.account);
    const actor = { role: 'submitter', person } as const;
    const decide = removeFactor(person, factorId, mustHaveOne);
    const outcome = await transact(this.store, accounts, person, { ...envelope, actor }, decide);
    if ('rejected' in outcome) return outcome;
    await this.forget(person, factorId);
    const begun = await this.keeper.rotate(holder.session, (session) => session);
    return begun ?? { rejected: 'no-such-session' };
  }

  private async forget(person: PersonId, factorId: FactorId): Promise<void> {
    await this.secrets.take('totp', factorId);
    for (const { id, value } of await this.secrets.ofPerson('passkey', person))
      if (value.factorId === factorId) await this.secrets.take('passkey', id);
    const { factors } = await load(this.store, accounts, person);
    if (Object.keys(factors).length === 0) await this.secrets.removeAll(['recovery', 'drawing'], person);
  }
}
