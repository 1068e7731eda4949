import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  BeginTotp,
  ConfirmTotp,
  type FactorRejection,
  type NewTotp,
} from '@redress/contracts/identity/enrolment';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { FactorId, Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { enrolFactor } from '../factors/factors.js';
import { Holders } from '../factors/holders.js';
import { Seal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';
import { idOf, sha256Of } from '../secrets/texts.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { StepThrottle } from '../sign-in/throttle.js';
import { CONFIRMED_WITHIN_MS, newTotpSecret, stepOf, totpAddress } from './totp.js';

/**
 * An authenticator becomes a second factor. Its secret is kept before the fact is in the log, so that nobody is ever asked for a code
 * of which there is no secret; until the log knows it, it opens nothing.
 */
@Controller()
export class EnrolTotpHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly seal: Seal,
    private readonly holders: Holders,
    private readonly keeper: SessionKeeper,
    private readonly throttle: StepThrottle,
  ) {}

  /** A repeat is told the same secret, as long as it is not confirmed. */
  @MessagePattern(BeginTotp.subject)
  async begin(
    @Payload('command') { session: sha256, name }: BeginTotp,
    @Payload('envelope') { causationId }: Envelope,
  ): Promise<Outcome<FactorRejection, NewTotp>> {
    const holder = await this.holders.enrolling(sha256);
    if ('rejected' in holder) return holder;
    const { person } = holder.session;
    const id = idOf(sha256Of(`${person} ${causationId}`));
    const expiresAt = new Date(Date.parse(this.clock.now()) + CONFIRMED_WITHIN_MS).toISOString() as Instant;
    const value = { name, sealed: this.seal.sealed(newTotpSecret()) };
    await this.secrets.add('totpBegun', { id, person, value, expiresAt });
    const kept = await this.secrets.find('totpBegun', id);
    if (!kept) return { rejected: 'no-such-enrolment' };
    const secret = this.seal.opened(kept.value.sealed);
    return {
      ...{ factorId: id as FactorId, secret, uri: totpAddress(secret, kept.value.name) },
      expiresAt: kept.expiresAt ?? expiresAt,
      ...(await this.keeper.at(person)),
    };
  }

  @MessagePattern(ConfirmTotp.subject)
  async confirm(
    @Payload('command') { session: sha256, factorId, code, source, device }: ConfirmTotp,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FactorRejection, Begun>> {
    const holder = await this.holders.enrolling(sha256);
    if ('rejected' in holder) return holder;
    const { session } = holder;
    const { person } = session;
    const begun = await this.secrets.find('totpBegun', factorId);
    if (begun?.person !== person) return { rejected: 'no-such-enrolment' };
    const known = await this.keeper.knownDevice(person, device);
    const tried = { person, source, device: known };
    if (!(await this.throttle.mayTry(tried))) return { rejected: 'too-many-attempts' };
    const now = this.clock.now();
    const { name, sealed } = begun.value;
    const step = stepOf(this.seal.opened(sealed), code, now);
    if (step === undefined) return { rejected: 'wrong-code' };

    await this.throttle.succeeded(tried);
    // The code that confirms it signs nobody in any more.
    const value = { name, sealed, step, enrolledAt: now };
    await this.secrets.put('totp', { id: factorId, person, value });
    const actor = { role: 'submitter', person } as const;
    const decide = enrolFactor(person, factorId, 'totp');
    const outcome = await transact(this.store, accounts, person, { ...envelope, actor }, decide);
    if ('rejected' in outcome) return outcome;
    await this.secrets.take('totpBegun', factorId);
    const goesOn = await this.keeper.proved(session, 'totp', known);
    return goesOn ?? { rejected: 'no-such-session' };
  }
}
