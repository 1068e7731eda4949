import { Injectable } from '@nestjs/common';
import type { Outcome } from '@redress/contracts/command';
import type { FactorKind } from '@redress/contracts/identity/factors';
import type { Holding, ProofRejection } from '@redress/contracts/identity/proofs';
import type { Begun } from '@redress/contracts/identity/sign-in';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { type Account, accounts } from '../account/account.js';
import { type OwnSession, SessionKeeper } from '../sessions/session-keeper.js';
import type { Tried } from '../sign-in/throttle.js';

type Step = FactorKind | 'recovery-code' | 'password';

export type Prover = { readonly session: OwnSession; readonly account: Account; readonly tried: Tried };

/** Who holds a session, and proves one thing more. */
@Injectable()
export class Provers {
  constructor(
    private readonly store: EventStore,
    private readonly keeper: SessionKeeper,
  ) {}

  /** Half-way, only what is asked for takes anybody further. */
  async of(
    { session: sha256, source, device }: Holding,
    step: Step,
  ): Promise<Prover | { readonly rejected: ProofRejection }> {
    const session = await this.keeper.find(sha256);
    const account = session && (await load(this.store, accounts, session.person));
    if (!session || account?.status !== 'open') return { rejected: 'no-such-session' };
    const { isComplete, needs = [] } = session.value;
    if (!isComplete && !(needs as readonly string[]).includes(step)) return { rejected: 'not-this-step' };
    const known = await this.keeper.knownDevice(session.person, device);
    return { session, account, tried: { person: session.person, source, device: known } };
  }

  async succeeded({ session, tried }: Prover, step: Step): Promise<Outcome<ProofRejection, Begun>> {
    const begun = await this.keeper.proved(session, step, tried.device);
    return begun ?? { rejected: 'no-such-session' };
  }
}
