import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import type { PasskeyAsked } from '@redress/contracts/identity/passkeys';
import { AskForPasskey, type ProofRejection, ProveByPasskey } from '@redress/contracts/identity/proofs';
import type { Begun } from '@redress/contracts/identity/sign-in';
import { Provers } from '../prove/provers.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { StepThrottle } from '../sign-in/throttle.js';
import { Challenges } from './challenges.js';
import { PasskeyProofs } from './passkey-proofs.js';
import { relyingPartyAt, requestOptions } from './passkeys.js';

/** A passkey of whoever holds the session: with the password before it, that it is there is enough. */
@Controller()
export class ProveByPasskeyHandler {
  constructor(
    private readonly secrets: Secrets,
    private readonly challenges: Challenges,
    private readonly proofs: PasskeyProofs,
    private readonly provers: Provers,
    private readonly keeper: SessionKeeper,
    private readonly throttle: StepThrottle,
  ) {}

  @MessagePattern(AskForPasskey.subject)
  async ask(
    @Payload('command') { origin, ...holding }: AskForPasskey,
  ): Promise<Outcome<ProofRejection, PasskeyAsked>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    const prover = await this.provers.of(holding, 'passkey');
    if ('rejected' in prover) return prover;
    const { person, value } = prover.session;
    const all = await this.secrets.ofPerson('passkey', person);
    const has = all.filter((passkey) => passkey.value.factorId in prover.account.factors);
    const options = await requestOptions(party, has);
    const { sessionId } = value;
    await this.challenges.note(options.challenge, { for: 'proof', sessionId }, person);
    return { options, ...(await this.keeper.at(person)) };
  }

  @MessagePattern(ProveByPasskey.subject)
  async prove(
    @Payload('command') { origin, passkey, ...holding }: ProveByPasskey,
  ): Promise<Outcome<ProofRejection, Begun>> {
    const party = relyingPartyAt(origin);
    if (!party) return { rejected: 'no-passkeys-here' };
    const prover = await this.provers.of(holding, 'passkey');
    if ('rejected' in prover) return prover;
    if (!(await this.throttle.mayTry(prover.tried))) return { rejected: 'too-many-attempts' };
    const asked = await this.challenges.answered('proof', passkey);
    const isOfSession = asked?.what.sessionId === prover.session.value.sessionId;
    const owner = asked && isOfSession && (await this.proofs.ownerOf(passkey, asked.challenge, party, false));
    if (owner !== prover.session.person) return { rejected: 'passkey-not-accepted' };
    await this.throttle.succeeded(prover.tried);
    return this.provers.succeeded(prover, 'passkey');
  }
}
