import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type ProofRejection,
  ProveByPassword,
  ProveByRecoveryCode,
  ProveByTotp,
} from '@redress/contracts/identity/proofs';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { Crowded, Passwords } from '../password/passwords.js';
import { hashOfCode } from '../recovery-codes/recovery-codes.js';
import { Seal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';
import { StepThrottle, Throttle } from '../sign-in/throttle.js';
import { stepOf } from '../totp/totp.js';
import { type Prover, Provers } from './provers.js';

type Reply = Promise<Outcome<ProofRejection, Begun>>;

/** Whoever signs in half-way takes the second step; whoever is signed in says again who they are. */
@Controller()
export class ProveHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly seal: Seal,
    private readonly passwords: Passwords,
    private readonly provers: Provers,
    private readonly throttle: Throttle,
    private readonly stepThrottle: StepThrottle,
  ) {}

  @MessagePattern(ProveByTotp.subject)
  async byTotp(@Payload('command') { code, ...holding }: ProveByTotp): Reply {
    const prover = await this.provers.of(holding, 'totp');
    if ('rejected' in prover) return prover;
    if (!(await this.stepThrottle.mayTry(prover.tried))) return { rejected: 'too-many-attempts' };
    if (!(await this.isUnusedCode(prover, code))) return { rejected: 'wrong-code' };
    await this.stepThrottle.succeeded(prover.tried);
    return this.provers.succeeded(prover, 'totp');
  }

  @MessagePattern(ProveByRecoveryCode.subject)
  async byRecoveryCode(
    @Payload('command') { code, ...holding }: ProveByRecoveryCode,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const prover = await this.provers.of(holding, 'recovery-code');
    if ('rejected' in prover) return prover;
    if (!(await this.stepThrottle.mayTry(prover.tried))) return { rejected: 'too-many-attempts' };
    const { person } = prover.session;
    const kept = await this.secrets.take('recovery', hashOfCode(person, code));
    if (!kept) return { rejected: 'wrong-code' };
    await this.stepThrottle.succeeded(prover.tried);
    const actor = { role: 'submitter', person } as const;
    const used: AccountEvent = { type: 'RecoveryCodeUsed', data: { personId: person } };
    await transact(this.store, accounts, person, { ...envelope, actor }, () => [used]);
    return this.provers.succeeded(prover, 'recovery-code');
  }

  @MessagePattern(ProveByPassword.subject)
  async byPassword(@Payload('command') { password, ...holding }: ProveByPassword): Reply {
    const prover = await this.provers.of(holding, 'password');
    if ('rejected' in prover) return prover;
    if (!(await this.throttle.mayTry(prover.tried))) return { rejected: 'too-many-attempts' };
    const kept = await this.secrets.find('password', prover.session.person);
    const isRight = await this.passwords.isOf(kept?.value.hash, password).catch(orCrowded);
    if (isRight === undefined) return { rejected: 'too-many-attempts' };
    if (!isRight) return { rejected: 'wrong-credentials' };
    await this.throttle.succeeded(prover.tried);
    return this.provers.succeeded(prover, 'password');
  }

  /** Whether one of their authenticators shows it, and it was not used before: nor any later one. */
  private async isUnusedCode({ session: { person }, account }: Prover, code: string): Promise<boolean> {
    const usedAt = this.clock.now();
    for (const { id, value } of await this.secrets.ofPerson('totp', person)) {
      const step = id in account.factors ? stepOf(this.seal.opened(value.sealed), code, usedAt) : undefined;
      if (step === undefined) continue;
      const isFirst = await this.secrets.change('totp', id, (kept) =>
        kept.value.step < step ? { ...kept, value: { ...kept.value, step, usedAt } } : undefined,
      );
      if (isFirst) return true;
    }
    return false;
  }
}

const orCrowded = (error: unknown): undefined => {
  if (!(error instanceof Crowded)) throw error;
};
