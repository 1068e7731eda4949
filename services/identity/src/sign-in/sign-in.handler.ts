import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { type Begun, SignIn, type SignInRejection } from '@redress/contracts/identity/sign-in';
import type { PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { accounts } from '../account/account.js';
import { Crowded, Passwords } from '../password/passwords.js';
import { People } from '../people/people.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { stepsOf } from './steps.js';
import { Throttle } from './throttle.js';

/** Somebody says who they are, and proves it with a password. Every refusal takes the same steps, and as long. */
@Controller()
export class SignInHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
    private readonly keeper: SessionKeeper,
    private readonly people: People,
    private readonly secondFactor: SecondFactor,
  ) {}

  @MessagePattern(SignIn.subject)
  async signIn(
    @Payload('command') { rosterNumber, password, source, device }: SignIn,
  ): Promise<Outcome<SignInRejection, Begun>> {
    const person = await this.people.withNumber(rosterNumber);
    const known = await this.keeper.knownDevice(person, device);
    const tried = { person, source, device: known };
    if (!(await this.throttle.mayTry(tried))) return { rejected: 'too-many-attempts' };
    const [kept, account] = await Promise.all([
      this.secrets.find('password', person),
      load(this.store, accounts, person),
    ]);
    const isRight = await this.passwords.isOf(kept?.value.hash, password).catch(orCrowded);
    if (isRight === undefined) return { rejected: 'too-many-attempts' };
    if (!isRight || account.status !== 'open') return { rejected: 'wrong-credentials' };

    await this.throttle.succeeded(tried);
    const before = kept?.value.hash ?? '';
    const hash = this.passwords.isOutdated(before) ? await this.renewed(person, before, password) : before;
    const needs = stepsOf(account, {
      mustHaveOne: await this.secondFactor.isRequiredOf(person, account),
      hasCodes: (await this.secrets.ofPerson('recovery', person)).length > 0,
    });
    const isStill = async () => (await this.secrets.find('password', person))?.value.hash === hash;
    const begun = await this.keeper.begin(person, { by: 'password', device: known, needs, isStill });
    return begun ?? { rejected: 'wrong-credentials' };
  }

  /** Unless it was changed in the meantime. */
  private async renewed(person: PersonId, outdated: string, password: string): Promise<string> {
    const hash = await this.passwords.hashOf(password);
    await this.secrets.change('password', person, (kept) =>
      kept.value.hash === outdated ? { ...kept, value: { hash } } : undefined,
    );
    return hash;
  }
}

const orCrowded = (error: unknown): undefined => {
  if (!(error instanceof Crowded)) throw error;
};
