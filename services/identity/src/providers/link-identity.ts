import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { ProviderRejection } from '@redress/contracts/identity/providers';
import type { PersonId, Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

type Decide = (account: Account) => Decision<AccountEvent, ProviderRejection>;

/** Who comes from a provider for the first time is linked to the account of the roster number that it names, which opens with it. */
export const linkIdentity =
  (personId: PersonId, provider: string, subject: Sha256): Decide =>
  ({ status, identities }) => {
    if (status === 'locked') return reject('account-locked');
    const there = identities.find((identity) => identity.provider === provider);
    if (there) return there.subject === subject ? [] : reject('linked-otherwise');
    const linked = { type: 'IdentityLinked', data: { personId, provider, subject } } as const;
    if (status === 'open') return [linked];
    return [{ type: 'AccountOpened', data: { personId, by: 'provider' } }, linked];
  };
