import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Written } from '@redress/contracts/command';
import type { Actor } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import type { FactorKind, SecondStep } from '@redress/contracts/identity/factors';
import type { Begun } from '@redress/contracts/identity/sign-in';
import {
  type Instant,
  type PersonId,
  type PostId,
  type Sha256,
  START,
  type TokenId,
} from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { type Account, accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { type Kept, Secrets, type SessionSecret } from '../secrets/secrets.js';
import { newText } from '../secrets/texts.js';
import { SessionSettings } from './session-settings.js';

/** A sign-in that waits for its second step waits no longer than this. */
export const HALF_WAY_MS = 10 * 60_000;
/** So long after a proof nothing more is asked of who changes what opens the account. */
export const PROVED_MS = 10 * 60_000;
const DEVICE_MS = 180 * 86_400_000;

export type Proved = {
  readonly by: string;
  /** The browser, when it is known. */
  readonly device: Sha256 | undefined;
  readonly needs: readonly SecondStep[];
  /** In which to act at first; otherwise in the only one that its person holds. */
  readonly post?: PostId | undefined;
  readonly provider?: SessionSecret['provider'];
  /** Whether what was proved with is good now, as it was when it was looked at. */
  isStill(): Promise<boolean>;
};

/** A session with whose it is. */
export type OwnSession = Kept<'session'> & { readonly person: PersonId };

/** Begins, changes and ends sessions. Of their tokens nothing but hashes is kept. */
@Injectable()
export class SessionKeeper {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly settings: SessionSettings,
  ) {}

  /**
   * Looks once more, when the session is there, whether what was proved with is good: what was reset, locked or erased meanwhile has
   * ended the sessions that there were then, and this is one of them. Undefined when it is not.
   */
  async begin(person: PersonId, proved: Proved): Promise<Begun | undefined> {
    const { by, device, needs, post: wanted, provider } = proved;
    const now = this.clock.now();
    const sessionId = randomUUIDv7() as TokenId;
    const isComplete = needs.length === 0;
    const post = wanted ?? (isComplete ? await this.onlyPostOf(person) : undefined);
    const session: SessionSecret = {
      ...{ sessionId, isComplete, by, beganAt: now, provedAt: now, usedAt: now },
      ...(!isComplete && { needs }),
      ...(post && { post }),
      ...(provider && { provider }),
    };
    const { text, sha256 } = newText('session');
    const expiresAt = this.after(isComplete ? this.settings.wholeMs : HALF_WAY_MS);
    await this.secrets.add('session', { id: sha256, person, value: session, expiresAt });
    const { status } = await load(this.store, accounts, person);
    if (status !== 'open' || !(await proved.isStill())) {
      await this.secrets.take('session', sha256);
      return undefined;
    }
    const known = isComplete ? await this.remember(person, device) : undefined;
    const begun = { token: text, sessionId, needs, expiresAt, ...(known && { device: known }) };
    return {
      ...begun,
      ...(isComplete && { actor: await this.actorOf(person, session) }),
      ...(await this.at(person)),
    };
  }

  /** Ends all of a person's sessions of which that is so: also one that gets another token in this very moment. */
  async end(person: PersonId, isOver: (session: SessionSecret) => boolean): Promise<void> {
    for (;;) {
      const all = await this.secrets.ofPerson('session', person);
      const over = all.filter(({ value }) => isOver(value));
      if (over.length === 0) return;
      for (const { id } of over) await this.secrets.take('session', id);
    }
  }

  /** The same session with this changed, under another token; the one before is good for nothing. */
  async rotate(
    { id, person, expiresAt = this.after(this.settings.wholeMs) }: OwnSession,
    change: (session: SessionSecret) => SessionSecret,
  ): Promise<Begun | undefined> {
    const { text, sha256 } = newText('session');
    let after: SessionSecret | undefined;
    const isThere = await this.secrets.change('session', id, (kept) => {
      after = change({ ...kept.value, usedAt: this.clock.now() });
      return { ...kept, id: sha256, value: after, expiresAt };
    });
    if (!isThere || !after) return undefined;
    const { sessionId } = after;
    const actor = await this.actorOf(person, after);
    return { token: text, sessionId, needs: [], expiresAt, actor, ...(await this.at(person)) };
  }

  /**
   * Whose session it is has proved it by one more thing just now, and with a second factor also completed it. Whoever came
   * from a provider is still there by that.
   */
  async proved(
    session: OwnSession,
    by: FactorKind | 'recovery-code' | 'password',
    device: Sha256 | undefined,
  ): Promise<Begun | undefined> {
    const { person, value } = session;
    const provedAt = this.clock.now();
    if (value.isComplete) {
      const stays = by === 'password' || value.provider !== undefined;
      return this.rotate(session, (now) => ({ ...now, provedAt, ...(!stays && { by }) }));
    }
    const post = await this.onlyPostOf(person);
    const expiresAt = this.after(this.settings.wholeMs);
    const begun = await this.rotate({ ...session, expiresAt }, ({ needs: _, ...now }) => ({
      ...{ ...now, by, provedAt, isComplete: true },
      ...(post && { post }),
    }));
    const known = begun && (await this.remember(person, device));
    return begun && { ...begun, ...(known !== undefined && { device: known }) };
  }

  /** Whether its person said not long ago who they are, and not only sat there. */
  isFresh({ value }: OwnSession): boolean {
    return Date.parse(this.clock.now()) - Date.parse(value.provedAt) <= PROVED_MS;
  }

  /** The session of a token; undefined when it is over, or was not used for too long. */
  async find(sha256: Sha256): Promise<OwnSession | undefined> {
    const kept = await this.secrets.find('session', sha256);
    if (!kept?.person) return undefined;
    if (Date.parse(kept.value.usedAt) + this.settings.idleMs > Date.parse(this.clock.now()))
      return { ...kept, person: kept.person };
    await this.secrets.take('session', sha256);
    return undefined;
  }

  /** The session with this id, when it is one of that person's. */
  async ownedBy(person: PersonId | undefined, sessionId: TokenId): Promise<OwnSession | undefined> {
    if (person === undefined) return undefined;
    const all = await this.secrets.ofPerson('session', person);
    const own = all.find(({ value }) => value.sessionId === sessionId && value.isComplete);
    return own && { ...own, person };
  }

  /** As whom a session acts now. In a post that is no longer its person's it acts in none. */
  async actorOf(person: PersonId, { post }: SessionSecret): Promise<Actor> {
    const standing = post && (await this.people.standing(person, post));
    if (standing) return standing;
    const { operates }: Account = await load(this.store, accounts, person);
    return { role: operates ? 'operator' : 'submitter', person };
  }

  /** Where the stream of an account stands. */
  async at(person: PersonId): Promise<Written> {
    const last = (await this.store.read(streamOf(accounts, person))).at(-1);
    return { revision: last?.revision ?? -1, position: last?.position ?? START };
  }

  /** The browser, when this person signed in with it before. */
  async knownDevice(person: PersonId, device: Sha256 | undefined): Promise<Sha256 | undefined> {
    const kept = device && (await this.secrets.find('device', device));
    return kept?.person === person ? device : undefined;
  }

  async onlyPostOf(person: PersonId): Promise<PostId | undefined> {
    const posts = await this.people.postsOf(person);
    return posts.length === 1 ? posts[0]?.post : undefined;
  }

  /** Lets a browser be known again; answers what it is to be known by, unless it has that. */
  async remember(person: PersonId, device: Sha256 | undefined): Promise<string | undefined> {
    const now = this.clock.now();
    const expiresAt = this.after(DEVICE_MS);
    const seen = { person, value: { seenAt: now }, expiresAt };
    const isKnown =
      device &&
      (await this.secrets.change('device', device, (kept) =>
        kept.person === person ? { ...kept, ...seen } : undefined,
      ));
    if (isKnown) return undefined;
    const { text, sha256 } = newText('device');
    await this.secrets.add('device', { id: sha256, ...seen });
    return text;
  }

  private after(ms: number): Instant {
    return new Date(Date.parse(this.clock.now()) + ms).toISOString() as Instant;
  }
}
