import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import type { PasskeyAsked } from '@redress/contracts/identity/passkeys';
import { BeginWithPasskey, type ProofRejection, SignInWithPasskey } from '@redress/contracts/identity/proofs';
import type { Begun } from '@redress/contracts/identity/sign-in';
import { START } from '@redress/contracts/values';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { PasskeyThrottle } from '../sign-in/throttle.js';
import { Challenges } from './challenges.js';
import { PasskeyProofs } from './passkey-proofs.js';
import { relyingPartyAt, requestOptions } from './passkeys.js';

/** Signing in by a passkey alone: it is something that one has, and it asks its user for something that one knows or is. */
@Controller()
export class SignInWithPasskeyHandler {
  constructor(
    private readonly challenges: Challenges,
    private readonly proofs: PasskeyProofs,
    private readonly keeper: SessionKeeper,
    private readonly throttle: PasskeyThrottle,
  ) {}

  @MessagePattern(BeginWithPasskey.subject)
  async begin(
    @Payload('command') { origin, source }: BeginWithPasskey,
  ): Promise<Outcome<ProofRejection, PasskeyAsked>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    if (!(await this.throttle.mayAsk(source))) return { rejected: 'too-many-attempts' };
    const options = await requestOptions(party, undefined);
    await this.challenges.note(options.challenge, { for: 'sign-in' });
    return { options, revision: -1, position: START };
  }

  /** Why it is not accepted is not said: unknown, locked and not well signed are one answer. */
  @MessagePattern(SignInWithPasskey.subject)
  async signIn(
    @Payload('command') { origin, passkey, device }: SignInWithPasskey,
  ): Promise<Outcome<ProofRejection, Begun>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    const asked = await this.challenges.answered('sign-in', passkey);
    const person = asked && (await this.proofs.ownerOf(passkey, asked.challenge, party, true));
    if (!person) return { rejected: 'passkey-not-accepted' };
    const known = await this.keeper.knownDevice(person, device);
    const isStill = () => this.proofs.isOf(person, passkey);
    const begun = await this.keeper.begin(person, { by: 'passkey', device: known, needs: [], isStill });
    return begun ?? { rejected: 'passkey-not-accepted' };
  }
}
