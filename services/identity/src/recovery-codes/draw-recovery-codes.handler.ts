import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  DrawRecoveryCodes,
  type FactorRejection,
  RECOVERY_CODES,
  type RecoveryCodes,
} from '@redress/contracts/identity/enrolment';
import type { MessageId, PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { makeRecoveryCodes } from '../factors/factors.js';
import { Holders } from '../factors/holders.js';
import { Seal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';
import { hashOfCode, recoveryCodeOf } from './recovery-codes.js';

/**
 * Draws codes for who has lost the second factor. They are kept as hashes, and told the same request again: drawn anew from what
 * is kept of the drawing, under a key that is not kept with it. Stopped before that is there, it is another drawing.
 */
@Controller()
export class DrawRecoveryCodesHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly seal: Seal,
    private readonly holders: Holders,
  ) {}

  @MessagePattern(DrawRecoveryCodes.subject)
  async draw(
    @Payload('command') { session: sha256 }: DrawRecoveryCodes,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FactorRejection, RecoveryCodes>> {
    const holder = await this.holders.proved(sha256);
    if ('rejected' in holder) return holder;
    const { person } = holder.session;
    const actor = { role: 'submitter', person } as const;
    const decide = makeRecoveryCodes(person);
    const outcome = await transact(this.store, accounts, person, { ...envelope, actor }, decide);
    if ('rejected' in outcome) return outcome;
    const codes = await this.codesOf(person, envelope.causationId);
    return { codes, revision: outcome.revision, position: outcome.position };
  }

  private async codesOf(person: PersonId, cause: MessageId): Promise<readonly string[]> {
    const drawn = await this.secrets.find('drawing', person);
    if (drawn?.value.cause === cause) return this.drawnFrom(person, drawn.value.salt);
    const salt = randomBytes(32).toString('base64url');
    const codes = this.drawnFrom(person, salt);
    await this.secrets.removeAll(['recovery', 'drawing'], person);
    for (const code of codes)
      await this.secrets.add('recovery', { id: hashOfCode(person, code), person, value: {} });
    await this.secrets.put('drawing', { id: person, person, value: { cause, salt } });
    return codes;
  }

  private drawnFrom(person: PersonId, salt: string): readonly string[] {
    return Array.from({ length: RECOVERY_CODES }, (_, n) =>
      recoveryCodeOf(this.seal.drawn(JSON.stringify(['recovery', person, salt, n]))),
    );
  }
}
