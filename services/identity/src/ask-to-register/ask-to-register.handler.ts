import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type Asked, type AskingRejection, AskToRegister } from '@redress/contracts/identity/registrations';
import type { CaseId, MessageId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { registrations } from '../registration/registration.js';
import { Typed } from '../registration/typed.js';
import { Mint } from '../secrets/texts.js';
import { askToRegister } from './ask-to-register.js';

/** Looks nobody up: whether the number is known, has an account, was erased or is nobody's, the same is done, and the same said. */
@Controller()
export class AskToRegisterHandler {
  constructor(
    private readonly store: EventStore,
    private readonly typed: Typed,
    private readonly mint: Mint,
  ) {}

  @MessagePattern(AskToRegister.subject)
  async ask(
    @Payload('command') { registrationId, key, rosterNumber, name }: AskToRegister,
    @Payload('envelope') { happenedAt }: Envelope,
  ): Promise<Outcome<AskingRejection, Asked>> {
    const { text: code, sha256 } = this.mint.textFor('registration', `${registrationId} ${key}`);
    // Whoever is signed in where it comes from: the log leads to nobody before somebody has compared it.
    const envelope: Envelope = {
      actor: { role: 'submitter' },
      correlationId: registrationId as string as CaseId,
      causationId: randomUUID() as string as MessageId,
      happenedAt,
    };
    const decide = askToRegister(registrationId, sha256, happenedAt);
    const outcome = await transact(this.store, registrations, registrationId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const registration = await load(this.store, registrations, registrationId);
    // Answered in between: then it is over.
    if (registration.status !== 'waiting') return { rejected: 'registration-id-is-taken' };
    const { lapsesAt } = registration;
    const isTheSame = await this.typed.keep(registrationId, { rosterNumber, name }, lapsesAt);
    return isTheSame ? { ...outcome, code, lapsesAt } : { rejected: 'registration-id-is-taken' };
  }
}
