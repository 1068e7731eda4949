import { join } from 'node:path';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@redress/eventsourcing/clock';
import { hosting } from '@redress/hosting/hosting';
import { dataFolder, secretOf } from '@redress/hosting/kept-text';
import { FirstRun } from './first-run/first-run.js';
import { InviteAccountHandler } from './invite-account/invite-account.handler.js';
import { KeepAccountHandler } from './keep-account/keep-account.handler.js';
import { OpenAccountHandler } from './open-account/open-account.handler.js';
import { ChangePasswordHandler } from './password/change-password.handler.js';
import { Passwords } from './password/passwords.js';
import { People } from './people/people.js';
import { Providers } from './providers/providers.js';
import { ProvidersHandler } from './providers/providers.handler.js';
import { Seal } from './secrets/seal.js';
import { Secrets } from './secrets/secrets.js';
import { SqliteSecrets } from './secrets/sqlite-secrets.js';
import { Mint } from './secrets/texts.js';
import { FindSessionHandler } from './sessions/find-session.handler.js';
import { SessionKeeper } from './sessions/session-keeper.js';
import { SessionSettings } from './sessions/session-settings.js';
import { SessionsHandler } from './sessions/sessions.handler.js';
import { SignInHandler } from './sign-in/sign-in.handler.js';
import { Throttle } from './sign-in/throttle.js';

const secretsIn = (clock: Clock): SqliteSecrets =>
  new SqliteSecrets(join(dataFolder(), 'identity.secrets.sqlite'), clock);

@Module({
  imports: [hosting('identity', { projections: [], reactions: [] })],
  controllers: [
    SignInHandler,
    FindSessionHandler,
    SessionsHandler,
    ChangePasswordHandler,
    InviteAccountHandler,
    OpenAccountHandler,
    KeepAccountHandler,
    ProvidersHandler,
  ],
  providers: [
    { provide: Secrets, useFactory: secretsIn, inject: [Clock] },
    { provide: Mint, useFactory: async () => new Mint(await secretOf('identity')) },
    { provide: SessionSettings, useFactory: () => new SessionSettings() },
    {
      provide: Seal,
      useFactory: async () => new Seal(process.env['REDRESS_IDENTITY_KEY'] ?? (await secretOf('identity'))),
    },
    { provide: Providers, useFactory: () => new Providers() },
    Passwords,
    People,
    Throttle,
    SessionKeeper,
    FirstRun,
  ],
})
export class IdentityModule implements OnApplicationShutdown {
  constructor(private readonly secrets: Secrets) {}

  onApplicationShutdown(): void {
    this.secrets.close();
  }
}
