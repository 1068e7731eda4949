import { Injectable } from '@nestjs/common';
import type { NewPasskey, PasskeyProof } from '@redress/contracts/identity/passkeys';
import type { Instant, PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { type Challenge, Secrets } from '../secrets/secrets.js';
import { sha256Of } from '../secrets/texts.js';
import { ASKED_FOR_MS, challengeIn } from './passkeys.js';

export type Answered<For extends Challenge['for']> = {
  readonly challenge: string;
  readonly what: Extract<Challenge, { for: For }>;
  readonly person: PersonId | undefined;
};

/** What passkeys are asked to sign. Each is good for one answer, right or wrong, and for five minutes. */
@Injectable()
export class Challenges {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async note(challenge: string, what: Challenge, person?: PersonId): Promise<void> {
    const expiresAt = new Date(Date.parse(this.clock.now()) + ASKED_FOR_MS).toISOString() as Instant;
    const id = sha256Of(challenge);
    await this.secrets.add('challenge', { id, ...(person && { person }), value: { what }, expiresAt });
  }

  /** What an answer is to; undefined when nothing was asked, it was answered already, or for something else. */
  async answered<For extends Challenge['for']>(
    purpose: For,
    passkey: NewPasskey | PasskeyProof,
  ): Promise<Answered<For> | undefined> {
    const challenge = challengeIn(passkey);
    if (challenge === undefined) return undefined;
    const kept = await this.secrets.take('challenge', sha256Of(challenge));
    if (kept?.value.what.for !== purpose) return undefined;
    const what = kept.value.what as Answered<For>['what'];
    return { challenge, what, person: kept.person };
  }
}
