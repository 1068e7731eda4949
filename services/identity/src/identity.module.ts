import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@redress/eventsourcing/clock';
import { hosting } from '@redress/hosting/hosting';
import { givenText, secretOf } from '@redress/hosting/kept-text';
import { agreedUpon, keptSecrets } from '@redress/hosting/secret-engine';
import { AskToRegisterHandler } from './ask-to-register/ask-to-register.handler.js';
import { DecideRegistrationHandler } from './decide-registration/decide-registration.handler.js';
import { FactorsHandler } from './factors/factors.handler.js';
import { Holders } from './factors/holders.js';
import { FetchInvitationHandler } from './fetch-invitation/fetch-invitation.handler.js';
import { FirstRun } from './first-run/first-run.js';
import { FollowLeaversReaction } from './follow-leavers/follow-leavers.reaction.js';
import { ForgetPersonReaction } from './forget-person/forget-person.reaction.js';
import { Invitations } from './invite-account/invitations.js';
import { InviteAccountHandler } from './invite-account/invite-account.handler.js';
import { KeptHandler } from './kept/kept.handler.js';
import { KeepAccountHandler } from './keep-account/keep-account.handler.js';
import { OpenAccountHandler } from './open-account/open-account.handler.js';
import { Challenges } from './passkeys/challenges.js';
import { EnrolPasskeyHandler } from './passkeys/enrol-passkey.handler.js';
import { PasskeyProofs } from './passkeys/passkey-proofs.js';
import { ProveByPasskeyHandler } from './passkeys/prove-by-passkey.handler.js';
import { SignInWithPasskeyHandler } from './passkeys/sign-in-with-passkey.handler.js';
import { ChangePasswordHandler } from './password/change-password.handler.js';
import { Passwords } from './password/passwords.js';
import { People } from './people/people.js';
import { ProveHandler } from './prove/prove.handler.js';
import { Provers } from './prove/provers.js';
import { Providers } from './providers/providers.js';
import { ProvidersHandler } from './providers/providers.handler.js';
import { Pruning } from './pruning/pruning.js';
import { DrawRecoveryCodesHandler } from './recovery-codes/draw-recovery-codes.handler.js';
import { RegistrationDeskHandler } from './registration-desk/registration-desk.handler.js';
import { registrationDesk } from './registration-desk/registration-desk.js';
import { Typed } from './registration/typed.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { Seal } from './secrets/seal.js';
import { type Kinds, Secrets } from './secrets/secrets.js';
import { Mint } from './secrets/texts.js';
import { FindSessionHandler } from './sessions/find-session.handler.js';
import { SessionKeeper } from './sessions/session-keeper.js';
import { SessionSettings } from './sessions/session-settings.js';
import { SessionsHandler } from './sessions/sessions.handler.js';
import { SignInHandler } from './sign-in/sign-in.handler.js';
import { PasskeyThrottle, StepThrottle, Throttle } from './sign-in/throttle.js';
import { EnrolTotpHandler } from './totp/enrol-totp.handler.js';

const NAME = 'identity';

const secret = async (): Promise<string> => agreedUpon(NAME, 'identity.secret', await secretOf(NAME));

/** What second factors are sealed with: the same for all copies, and never where those are. */
const sealingKey = async (): Promise<string> => {
  const ours = await secret(); // and first, so that whoever has another is told of the file that they can mend
  const key = givenText(process.env['REDRESS_IDENTITY_KEY'], process.env['REDRESS_IDENTITY_KEY_FILE']);
  return agreedUpon(NAME, 'REDRESS_IDENTITY_KEY', key ?? ours);
};

@Module({
  imports: [
    hosting(NAME, {
      projections: [registrationDesk],
      reactions: [ForgetPersonReaction, FollowLeaversReaction],
      needs: [
        { provide: Secrets, useFactory: (clock: Clock) => keptSecrets<Kinds>(NAME, clock), inject: [Clock] },
      ],
    }),
  ],
  controllers: [
    SignInHandler,
    FindSessionHandler,
    SessionsHandler,
    ChangePasswordHandler,
    InviteAccountHandler,
    AskToRegisterHandler,
    DecideRegistrationHandler,
    FetchInvitationHandler,
    RegistrationDeskHandler,
    OpenAccountHandler,
    KeepAccountHandler,
    ProvidersHandler,
    ProveHandler,
    ProveByPasskeyHandler,
    SignInWithPasskeyHandler,
    EnrolTotpHandler,
    EnrolPasskeyHandler,
    DrawRecoveryCodesHandler,
    FactorsHandler,
    KeptHandler,
  ],
  providers: [
    { provide: Mint, useFactory: async () => new Mint(await secret()) },
    { provide: SessionSettings, useFactory: () => new SessionSettings() },
    { provide: Seal, useFactory: async () => new Seal(await sealingKey()) },
    { provide: Providers, useFactory: () => new Providers() },
    { provide: Throttle, useFactory: () => new Throttle() },
    { provide: SecondFactor, useFactory: (people: People) => new SecondFactor(people), inject: [People] },
    { provide: Pruning, useFactory: (secrets: Secrets) => new Pruning(secrets), inject: [Secrets] },
    { provide: StepThrottle, useFactory: () => new StepThrottle() },
    { provide: PasskeyThrottle, useFactory: () => new PasskeyThrottle() },
    Invitations,
    Typed,
    Passwords,
    People,
    SessionKeeper,
    Holders,
    Provers,
    Challenges,
    PasskeyProofs,
    FirstRun,
  ],
})
export class IdentityModule implements OnApplicationShutdown {
  constructor(private readonly secrets: Secrets) {}

  async onApplicationShutdown(): Promise<void> {
    await this.secrets.close();
  }
}
