import { randomUUIDv7 } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { BeginPasskey, EnrolPasskey, type FactorRejection } from '@redress/contracts/identity/enrolment';
import type { PasskeyAsked } from '@redress/contracts/identity/passkeys';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { FactorId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { enrolFactor } from '../factors/factors.js';
import { Holders } from '../factors/holders.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { Challenges } from './challenges.js';
import { creationOptions, made, relyingPartyAt } from './passkeys.js';

/** A passkey becomes a second factor: its public key first, then the fact, as with an authenticator. */
@Controller()
export class EnrolPasskeyHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly holders: Holders,
    private readonly challenges: Challenges,
    private readonly keeper: SessionKeeper,
  ) {}

  @MessagePattern(BeginPasskey.subject)
  async begin(
    @Payload('command') { session: sha256, name, origin }: BeginPasskey,
  ): Promise<Outcome<FactorRejection, PasskeyAsked>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    const holder = await this.holders.enrolling(sha256);
    if ('rejected' in holder) return holder;
    const { person } = holder.session;
    const has = await this.secrets.ofPerson('passkey', person);
    const options = await creationOptions(party, person, name, has);
    const factorId = randomUUIDv7() as FactorId;
    await this.challenges.note(options.challenge, { for: 'enrolment', factorId, name }, person);
    return { options, ...(await this.keeper.at(person)) };
  }

  @MessagePattern(EnrolPasskey.subject)
  async enrol(
    @Payload('command') { session: sha256, origin, passkey, device }: EnrolPasskey,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FactorRejection, Begun>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    const holder = await this.holders.enrolling(sha256);
    if ('rejected' in holder) return holder;
    const { session, account } = holder;
    const { person } = session;
    const asked = await this.challenges.answered('enrolment', passkey);
    if (asked?.person !== person) return { rejected: 'no-such-enrolment' };
    const proved = await made(passkey, asked.challenge, party);
    if (!proved) return { rejected: 'passkey-not-accepted' };
    const { factorId, name } = asked.what;
    const before = await this.secrets.find('passkey', passkey.id);
    const isLeftOver = before?.person === person && !(before.value.factorId in account.factors);
    if (before && !isLeftOver) return { rejected: 'passkey-known-already' };

    const { transports = [] } = passkey.response;
    const value = { ...proved, factorId, name, transports, enrolledAt: this.clock.now() };
    await this.secrets.put('passkey', { id: passkey.id, person, value });
    const actor = { role: 'submitter', person } as const;
    const decide = enrolFactor(person, factorId, 'passkey');
    const outcome = await transact(this.store, accounts, person, { ...envelope, actor }, decide);
    if ('rejected' in outcome) return outcome;
    const known = await this.keeper.knownDevice(person, device);
    const goesOn = await this.keeper.proved(session, 'passkey', known);
    return goesOn ?? { rejected: 'no-such-session' };
  }
}
