import { Injectable } from '@nestjs/common';
import type { PasskeyProof } from '@redress/contracts/identity/passkeys';
import type { PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { accounts } from '../account/account.js';
import { Secrets } from '../secrets/secrets.js';
import { counterAfter, ownerIn, type RelyingParty } from './passkeys.js';

/** Whose passkey it is that signed. */
@Injectable()
export class PasskeyProofs {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
  ) {}

  /** The person, whose account is open; undefined when the proof is not good. What its counter says is kept. */
  async ownerOf(
    passkey: PasskeyProof,
    challenge: string,
    party: RelyingParty,
    mustKnowItsUser: boolean,
  ): Promise<PersonId | undefined> {
    const kept = await this.secrets.find('passkey', passkey.id);
    if (!kept?.person) return undefined;
    const { person } = kept;
    const { status, factors } = await load(this.store, accounts, person);
    if (status !== 'open' || factors[kept.value.factorId] !== 'passkey') return undefined;
    if (![person, undefined].includes(ownerIn(passkey) as PersonId | undefined)) return undefined;
    const counter = await counterAfter(passkey, kept, challenge, party, mustKnowItsUser);
    if (counter === undefined) return undefined;
    const usedAt = this.clock.now();
    const isFirst = await this.secrets.change('passkey', passkey.id, (now) =>
      now.value.counter === kept.value.counter
        ? { ...now, value: { ...now.value, counter, usedAt } }
        : undefined,
    );
    return isFirst ? person : undefined;
  }

  /** Whether it is one of that person's still. */
  async isOf(person: PersonId, { id }: PasskeyProof): Promise<boolean> {
    const kept = await this.secrets.find('passkey', id);
    const { factors } = await load(this.store, accounts, person);
    return kept?.person === person && factors[kept.value.factorId] === 'passkey';
  }
}
