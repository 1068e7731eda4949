import { randomBytes } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  BeginAtProvider,
  type BegunAtProvider,
  EndAtProvider,
  FinishAtProvider,
  ListProviders,
  type ProviderRejection,
  type ProviderRows,
  type ToProvider,
} from '@redress/contracts/identity/providers';
import type { Answer } from '@redress/contracts/query';
import { type Instant, type PersonId, type Sha256, START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { Seal } from '../secrets/seal.js';
import { Secrets } from '../secrets/secrets.js';
import { newText, sha256Of } from '../secrets/texts.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { linkIdentity } from './link-identity.js';
import { NoProof, type Proof, ProviderAway, Providers } from './providers.js';

const GOOD_FOR_MS = 10 * 60_000;
const NOWHERE = { revision: -1, position: START };

const random = (): string => randomBytes(32).toString('base64url');
const backTo = (origin: string, provider: string): string =>
  `${origin}/api/providers/${encodeURIComponent(provider)}/callback`;
const sessionOf = (provider: string, sid: string): Sha256 => sha256Of(JSON.stringify([provider, 'sid', sid]));
const subjectOf = (provider: string, { subject }: Pick<Proof, 'subject'>): Sha256 =>
  sha256Of(JSON.stringify([provider, subject]));

/** Signing in at an OpenID provider: authorization code with PKCE, bound to the browser that began. */
@Controller()
export class ProvidersHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly secrets: Secrets,
    private readonly seal: Seal,
    private readonly people: People,
    private readonly providers: Providers,
    private readonly keeper: SessionKeeper,
  ) {}

  @MessagePattern(ListProviders.subject)
  list(@Payload('query') { only }: ListProviders): Promise<Answer<ProviderRows>> {
    const rows = this.providers.all().filter(({ provider }) => only === undefined || provider === only);
    return Promise.resolve({ rows: rows.map(({ provider, en, zh }) => ({ provider, en, zh })) });
  }

  @MessagePattern(BeginAtProvider.subject)
  async begin(
    @Payload('command') { provider, origin, returnTo }: BeginAtProvider,
  ): Promise<Outcome<ProviderRejection, ToProvider>> {
    if (!this.isKnown(provider)) return { rejected: 'no-such-provider' };
    const { text: ticket, sha256: id } = newText('ticket');
    const noted = { state: random(), nonce: random(), verifier: random() };
    try {
      const url = await this.providers.addressFor(provider, backTo(origin, provider), noted);
      const expiresAt = new Date(Date.parse(this.clock.now()) + GOOD_FOR_MS).toISOString() as Instant;
      await this.secrets.prune();
      await this.secrets.add('ticket', { id, value: { ...noted, provider, returnTo }, expiresAt });
      return { ...NOWHERE, url, ticket };
    } catch (error) {
      return rejectionOf(error);
    }
  }

  @MessagePattern(FinishAtProvider.subject)
  async finish(
    @Payload('command') { provider, origin, query, ticket, device }: FinishAtProvider,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ProviderRejection, BegunAtProvider>> {
    if (!this.isKnown(provider)) return { rejected: 'no-such-provider' };
    // Whatever comes of it, it is used up.
    const kept = await this.secrets.take('ticket', sha256Of(ticket));
    if (kept?.value.provider !== provider) return { rejected: 'sign-in-not-begun-here' };
    const { returnTo } = kept.value;
    try {
      const address = new URL(`${backTo(origin, provider)}?${query}`);
      const proof = await this.providers.proofIn(provider, address, kept.value);
      const person = await this.linked(provider, proof, envelope);
      if (typeof person === 'object') return person;
      const begun = await this.keeper.begin(person, {
        by: provider,
        needs: [],
        isStill: async () => (await this.secrets.find('link', subjectOf(provider, proof)))?.person === person,
        device: await this.keeper.knownDevice(person, device),
        post: await this.postFor(person, proof),
        provider: {
          idToken: this.seal.sealed(proof.idToken),
          ...(proof.sid !== undefined && { sid: proof.sid }),
        },
      });
      if (!begun) return { rejected: 'account-locked' };
      // Some providers say of which session somebody signed out, and not who it is.
      const sid = proof.sid === undefined ? undefined : sessionOf(provider, proof.sid);
      const { expiresAt } = begun;
      if (sid) await this.secrets.put('link', { id: sid, person, value: { provider }, expiresAt });
      return { ...begun, returnTo };
    } catch (error) {
      return rejectionOf(error);
    }
  }

  @MessagePattern(EndAtProvider.subject)
  async end(
    @Payload('command') { provider, logoutToken }: EndAtProvider,
  ): Promise<Outcome<ProviderRejection>> {
    if (!this.isKnown(provider)) return { rejected: 'no-such-provider' };
    try {
      const { subject, sid, until } = await this.providers.endedBy(provider, logoutToken);
      const known =
        subject === undefined ? sid && sessionOf(provider, sid) : subjectOf(provider, { subject });
      const link = known === undefined ? undefined : await this.secrets.find('link', known);
      if (!link?.person) return NOWHERE;
      // Heard once more, it does not end what began since.
      await this.keeper.end(
        link.person,
        ({ by, beganAt, provider: there }) =>
          by === provider && beganAt <= until && (sid === undefined || there?.sid === sid),
      );
      return await this.keeper.at(link.person);
    } catch (error) {
      return rejectionOf(error);
    }
  }

  private isKnown(name: string): boolean {
    return this.providers.all().some(({ provider }) => provider === name);
  }

  /** Whose account it is: who is linked already, else who has the roster number that the provider names. */
  private async linked(
    provider: string,
    proof: Proof,
    envelope: Envelope,
  ): Promise<PersonId | { readonly rejected: ProviderRejection }> {
    const subject = subjectOf(provider, proof);
    const link = await this.secrets.find('link', subject);
    const named =
      proof.rosterNumber === undefined ? undefined : await this.people.withNumber(proof.rosterNumber);
    const person = link?.person ?? named;
    if (person === undefined || !(await this.people.isKnown(person)))
      return { rejected: 'nobody-of-that-number' };
    if (named !== undefined && named !== person) return { rejected: 'linked-otherwise' };
    const actor = { role: 'submitter', person } as const;
    const decide = linkIdentity(person, provider, subject);
    const outcome = await transact(this.store, accounts, person, { ...envelope, actor }, decide);
    if ('rejected' in outcome) return { rejected: outcome.rejected as ProviderRejection };
    await this.secrets.add('link', { id: subject, person, value: { provider } });
    return person;
  }

  /** The first of those that the provider names in which they may act. */
  private async postFor(person: PersonId, { posts }: Proof) {
    if (posts.length === 0) return undefined;
    const held = await this.people.postsOf(person);
    return posts.map((code) => held.find((post) => post.code === code)).find((post) => post !== undefined)
      ?.post;
  }
}

const rejectionOf = (error: unknown): { readonly rejected: ProviderRejection } => {
  if (error instanceof NoProof) return { rejected: error.rejection };
  if (error instanceof ProviderAway) return { rejected: 'provider-does-not-answer' };
  throw error;
};
