import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Actor, Envelope } from '@redress/contracts/envelope';
import {
  type AccountRejection,
  type AccountView,
  EndSessions,
  LockAccount,
  ReadAccount,
  UnlockAccount,
} from '@redress/contracts/identity/accounts';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { Secrets } from '../secrets/secrets.js';
import { endSessions, lockAccount, unlockAccount } from './keep-account.js';

type Reply = Promise<Outcome<AccountRejection>>;

/** What the operator does with accounts. Sessions end after the fact is in the log, and at a repeat once more. */
@Controller()
export class KeepAccountHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly people: People,
  ) {}

  @MessagePattern(LockAccount.subject)
  lock(@Payload('command') command: LockAccount, @Payload('envelope') envelope: Envelope): Reply {
    return this.ending(command, envelope, lockAccount);
  }

  @MessagePattern(UnlockAccount.subject)
  async unlock(
    @Payload('command') { rosterNumber, reason }: UnlockAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const person = await this.people.withNumber(rosterNumber);
    return transact(this.store, accounts, person, envelope, unlockAccount(person, reason, envelope.actor));
  }

  @MessagePattern(EndSessions.subject)
  endSessions(@Payload('command') command: EndSessions, @Payload('envelope') envelope: Envelope): Reply {
    return this.ending(command, envelope, endSessions);
  }

  @MessagePattern(ReadAccount.subject)
  async read(
    @Payload('query') { rosterNumber }: ReadAccount,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<AccountView>> {
    const person = await this.people.withNumber(rosterNumber);
    const { status, operates, factors } = await load(this.store, accounts, person);
    const maySee = asker.role === 'operator' || asker.person === person;
    if (!maySee || status === 'none') return { rejected: 'not-found' };
    return { person, status, operates, factors: [...new Set(Object.values(factors))] };
  }

  private async ending(
    { rosterNumber, reason }: LockAccount,
    envelope: Envelope,
    rule: typeof lockAccount,
  ): Reply {
    const person = await this.people.withNumber(rosterNumber);
    const outcome = await transact(
      this.store,
      accounts,
      person,
      envelope,
      rule(person, reason, envelope.actor),
    );
    if (!('rejected' in outcome)) await this.secrets.removeAll(['session', 'challenge'], person);
    return outcome;
  }
}
