import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import { ChangePassword, type SessionRejection } from '@redress/contracts/identity/sessions';
import type { Begun } from '@redress/contracts/identity/sign-in';
import { Clock } from '@redress/eventsourcing/clock';
import { reject } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { type Account, accounts } from '../account/account.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { Throttle } from '../sign-in/throttle.js';
import { Passwords } from './passwords.js';
import { weaknessOf } from './weakness.js';

/** Who sits at an open session has not proved to be its owner: the password that is there is asked for once more. */
@Controller()
export class ChangePasswordHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly keeper: SessionKeeper,
  ) {}

  @MessagePattern(ChangePassword.subject)
  async change(
    @Payload('command') { sessionId, password, newPassword, source }: ChangePassword,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<SessionRejection, Begun>> {
    const session = await this.keeper.ownedBy(envelope.actor.person, sessionId);
    if (!session) return { rejected: 'no-such-session' };
    const { person: personId } = session;
    const weakness = weaknessOf(newPassword);
    if (weakness) return { rejected: weakness };
    const tried = { person: personId, source, device: undefined };
    if (!(await this.throttle.mayTry(tried))) return { rejected: 'too-many-attempts' };
    const kept = await this.secrets.find('password', personId);
    if (!(await this.passwords.isOf(kept?.value.hash, password))) return { rejected: 'wrong-credentials' };

    await this.throttle.succeeded(tried);
    const hash = await this.passwords.hashOf(newPassword);
    const set: AccountEvent = { type: 'PasswordSet', data: { personId, because: 'changed' } };
    const decide = ({ status }: Account) => (status === 'open' ? [set] : reject('no-such-session'));
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    // Unless it was reset meanwhile: then there is nothing to change.
    const isOurs = await this.secrets.change('password', personId, (now) =>
      now.value.hash === kept?.value.hash ? { ...now, value: { hash } } : undefined,
    );
    if (!isOurs) return { rejected: 'no-such-session' };
    await this.keeper.end(personId, (other) => other.sessionId !== sessionId);
    const provedAt = this.clock.now();
    const begun = await this.keeper.rotate(session, (value) => ({ ...value, provedAt }));
    return begun ?? { rejected: 'no-such-session' };
  }
}
