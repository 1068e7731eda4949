import { Injectable } from '@nestjs/common';
import type { FactorRejection } from '@redress/contracts/identity/enrolment';
import { MOST_FACTORS } from '@redress/contracts/identity/enrolment';
import type { Sha256 } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { type Account, accounts } from '../account/account.js';
import { Secrets } from '../secrets/secrets.js';
import { type OwnSession, SessionKeeper } from '../sessions/session-keeper.js';

export type Holder = { readonly session: OwnSession; readonly account: Account };
type Refused = { readonly rejected: FactorRejection };

/** Who holds a session in which second factors may be seen or changed. */
@Injectable()
export class Holders {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly keeper: SessionKeeper,
  ) {}

  /** Of a complete session, or of one that waits for the first factor: once there is one, a password alone is not enough. */
  async of(sha256: Sha256): Promise<Holder | Refused> {
    const session = await this.keeper.find(sha256);
    const account = session && (await load(this.store, accounts, session.person));
    if (!session || account?.status !== 'open') return { rejected: 'no-such-session' };
    const { isComplete, needs = [] } = session.value;
    const hasNone = Object.keys(account.factors).length === 0;
    const isAllowed = isComplete || (needs.includes('enrolment') && hasNone);
    return isAllowed ? { session, account } : { rejected: 'no-such-session' };
  }

  /** The same, of whoever has proved not long ago who they are: an open session may be in other hands. */
  async proved(sha256: Sha256): Promise<Holder | Refused> {
    const holder = await this.of(sha256);
    if ('rejected' in holder || this.keeper.isFresh(holder.session)) return holder;
    return { rejected: 'proof-too-old' };
  }

  /** The same, of whoever signs in here and has room for one factor more. */
  async enrolling(sha256: Sha256): Promise<Holder | Refused> {
    const holder = await this.proved(sha256);
    if ('rejected' in holder) return holder;
    if (!(await this.secrets.find('password', holder.session.person)))
      return { rejected: 'signs-in-elsewhere' };
    const isFull = Object.keys(holder.account.factors).length >= MOST_FACTORS;
    return isFull ? { rejected: 'too-many-factors' } : holder;
  }
}
