import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { postIdOf } from '@redress/contracts/directory/ids';
import { Actor, Envelope } from '@redress/contracts/envelope';
import {
  ChoosePost,
  type Ended,
  EndMySessions,
  EndSession,
  ListSessions,
  type SessionRejection,
  type SessionRows,
} from '@redress/contracts/identity/sessions';
import type { Begun } from '@redress/contracts/identity/sign-in';
import type { Answer } from '@redress/contracts/query';
import { People } from '../people/people.js';
import { Providers } from '../providers/providers.js';
import { Seal } from '../secrets/seal.js';
import { Secrets, type SessionSecret } from '../secrets/secrets.js';
import { sessionRowsOf } from './session-rows.js';
import { SessionKeeper } from './session-keeper.js';

/** What people do with their own sessions. */
@Controller()
export class SessionsHandler {
  constructor(
    private readonly keeper: SessionKeeper,
    private readonly secrets: Secrets,
    private readonly people: People,
    private readonly providers: Providers,
    private readonly seal: Seal,
  ) {}

  @MessagePattern(ChoosePost.subject)
  async choose(
    @Payload('command') { sessionId, post: code }: ChoosePost,
    @Payload('envelope') { actor }: Envelope,
  ): Promise<Outcome<SessionRejection, Begun>> {
    const session = await this.keeper.ownedBy(actor.person, sessionId);
    if (!session) return { rejected: 'no-such-session' };
    const post = code === undefined ? undefined : postIdOf(code);
    if (post && !(await this.people.standing(session.person, post))) return { rejected: 'does-not-hold-it' };
    const begun = await this.keeper.rotate(session, ({ post: _, ...rest }) => ({
      ...rest,
      ...(post && { post }),
    }));
    return begun ?? { rejected: 'no-such-session' };
  }

  @MessagePattern(EndSession.subject)
  async end(
    @Payload('command') { sessionId, origin }: EndSession,
    @Payload('envelope') { actor: { person } }: Envelope,
  ): Promise<Outcome<SessionRejection, Ended>> {
    if (person === undefined) return { rejected: 'no-such-session' };
    const all = await this.secrets.ofPerson('session', person);
    const own = all.find(({ value }) => value.sessionId === sessionId);
    if (!own) return { rejected: 'no-such-session' };
    await this.keeper.end(person, (session) => session.sessionId === sessionId);
    const signOutAt = origin === undefined ? undefined : await this.signOutAt(own.value, origin);
    return { ...(await this.keeper.at(person)), ...(signOutAt !== undefined && { signOutAt }) };
  }

  @MessagePattern(EndMySessions.subject)
  async endAll(
    @Payload('command') { except }: EndMySessions,
    @Payload('envelope') { actor: { person } }: Envelope,
  ): Promise<Outcome<SessionRejection>> {
    if (person === undefined) return { rejected: 'no-such-session' };
    await this.keeper.end(person, ({ sessionId }) => sessionId !== except);
    return this.keeper.at(person);
  }

  @MessagePattern(ListSessions.subject)
  async list(
    @Payload('query') { person }: ListSessions,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<SessionRows>> {
    if (asker.person !== person) return { rejected: 'not-found' };
    return { rows: await sessionRowsOf(this.secrets, person) };
  }

  /** Who signed in at a provider may want to sign out there. That it does not answer is no reason to stay. */
  private async signOutAt({ by, provider }: SessionSecret, origin: string): Promise<string | undefined> {
    if (!provider) return undefined;
    try {
      return await this.providers.signOutAddress(by, this.seal.opened(provider.idToken), `${origin}/`);
    } catch {
      return undefined;
    }
  }
}
