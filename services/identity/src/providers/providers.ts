import { Injectable } from '@nestjs/common';
import type { Instant } from '@redress/contracts/values';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as client from 'openid-client';
import { providersIn, type ProviderSettings } from './provider-settings.js';

/** What a provider says of whoever came back from it, and we have checked. */
export type Proof = {
  readonly subject: string;
  readonly rosterNumber: string | undefined;
  /** Codes of posts in which they want to act; whether they may, the directory says. */
  readonly posts: readonly string[];
  readonly sid: string | undefined;
  readonly idToken: string;
};

/** Of whom a provider says that they signed out, and when at the latest. At least one of the two is said. */
export type SignedOut = {
  readonly subject?: string;
  readonly sid?: string;
  readonly until: Instant;
};

/** What was noted when somebody was sent to a provider. */
export type Noted = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** How long a provider may take for one answer. */
const PATIENCE_S = 10;

/** It cannot be reached, or says of itself what cannot be. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/** It did not let somebody in; or what it says does not prove anything. */
export class NoProof extends Error {
  override readonly name = 'NoProof';

  constructor(
    readonly rejection: 'provider-refused' | 'proof-does-not-hold',
    cause: unknown,
  ) {
    super(rejection, { cause });
  }
}

type Headers = Readonly<Record<string, string>>;

/** The OpenID providers that are configured. Nothing else is ever fetched, wherever an answer of theirs points to. */
@Injectable()
export class Providers {
  private readonly known: ReadonlyMap<string, ProviderSettings>;
  private readonly discovered = new Map<string, Promise<client.Configuration>>();
  private readonly keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

  constructor(settings = providersIn()) {
    this.known = new Map(settings.map((one) => [one.provider, one]));
  }

  all(): readonly ProviderSettings[] {
    return [...this.known.values()];
  }

  /** The address to which a browser is sent. */
  async addressFor(provider: string, redirectUri: string, noted: Noted): Promise<string> {
    const settings = this.settingsOf(provider);
    const { state, nonce, verifier } = noted;
    const url = client.buildAuthorizationUrl(await this.configurationOf(settings), {
      ...{ redirect_uri: redirectUri, scope: settings.scope, state, nonce, response_type: 'code' },
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return url.href;
  }

  /**
   * What is proved by that with which a browser was sent back.
   * @throws NoProof, ProviderAway
   */
  async proofIn(provider: string, address: URL, noted: Noted): Promise<Proof> {
    const settings = this.settingsOf(provider);
    const configuration = await this.configurationOf(settings);
    const tokens = await this.redeemed(configuration, address, noted);
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new NoProof('proof-does-not-hold', undefined);
    const missing =
      claims[settings.rosterNumber] === undefined && configuration.serverMetadata().userinfo_endpoint;
    const more = missing ? await this.moreOf(configuration, tokens.access_token, claims.sub) : {};
    const said: Readonly<Record<string, unknown>> = { ...more, ...claims };
    const [rosterNumber] = textsIn(said[settings.rosterNumber]);
    const posts = settings.posts === undefined ? [] : textsIn(said[settings.posts]);
    return {
      subject: claims.sub,
      rosterNumber,
      posts: posts.map((post) => settings.postCodes[post] ?? post),
      sid: typeof claims['sid'] === 'string' ? claims['sid'] : undefined,
      idToken: tokens.id_token,
    };
  }

  /** Where a browser goes to sign out there as well; undefined where the provider has no such place. */
  async signOutAddress(provider: string, idToken: string, back: string): Promise<string | undefined> {
    const settings = this.known.get(provider);
    const configuration = settings && (await this.configurationOf(settings));
    if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
    return client.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: back,
    }).href;
  }

  /**
   * Of whom a provider says that they signed out.
   * @throws NoProof, ProviderAway
   */
  async endedBy(provider: string, logoutToken: string): Promise<SignedOut> {
    const settings = this.settingsOf(provider);
    const { issuer, jwks_uri: keys } = (await this.configurationOf(settings)).serverMetadata();
    if (keys === undefined) throw new ProviderAway(`${provider} names no keys`);
    const { payload } = await jwtVerify(logoutToken, this.keysOf(settings, keys), {
      issuer,
      audience: settings.clientId,
      clockTolerance: settings.clockTolerance,
      requiredClaims: ['iat', 'jti', 'events'],
      maxTokenAge: '5m',
    }).catch((error: unknown) => {
      throw new NoProof('proof-does-not-hold', error);
    });
    const { events, sub: subject, sid, nonce, iat = 0 } = payload;
    const isLogout = typeof events === 'object' && events !== null && BACK_CHANNEL in events;
    if (!isLogout || nonce !== undefined || (subject === undefined && sid === undefined))
      throw new NoProof('proof-does-not-hold', undefined);
    const until = new Date((iat + settings.clockTolerance) * 1_000).toISOString() as Instant;
    return { until, ...(subject !== undefined && { subject }), ...(typeof sid === 'string' && { sid }) };
  }

  private settingsOf(provider: string): ProviderSettings {
    const settings = this.known.get(provider);
    if (!settings) throw new ProviderAway(`${provider} is not configured`);
    return settings;
  }

  private async redeemed(
    configuration: client.Configuration,
    address: URL,
    { state, nonce, verifier }: Noted,
  ) {
    try {
      return await client.authorizationCodeGrant(configuration, address, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
    } catch (error) {
      if (error instanceof client.AuthorizationResponseError) throw new NoProof('provider-refused', error);
      if (isAway(error)) throw new ProviderAway('the provider does not answer', { cause: error });
      throw new NoProof('proof-does-not-hold', error);
    }
  }

  private async moreOf(configuration: client.Configuration, accessToken: string, subject: string) {
    return client.fetchUserInfo(configuration, accessToken, subject).catch((error: unknown) => {
      throw new NoProof('proof-does-not-hold', error);
    });
  }

  /** Asked once, and again when it failed. */
  private configurationOf(settings: ProviderSettings): Promise<client.Configuration> {
    const known = this.discovered.get(settings.provider) ?? this.discover(settings);
    this.discovered.set(settings.provider, known);
    return known;
  }

  private async discover(settings: ProviderSettings): Promise<client.Configuration> {
    const { provider, issuer, clientId, clientSecret, clockTolerance } = settings;
    const isLoopback = issuer.startsWith('http://');
    try {
      return await client.discovery(
        new URL(issuer),
        clientId,
        { [client.clockTolerance]: clockTolerance },
        clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
        {
          [client.customFetch]: this.fetchOf(settings),
          timeout: PATIENCE_S,
          // Only for a provider on this very machine.
          // eslint-disable-next-line @typescript-eslint/no-deprecated
          execute: [client.enableNonRepudiationChecks, ...(isLoopback ? [client.allowInsecureRequests] : [])],
        },
      );
    } catch (error) {
      this.discovered.delete(provider);
      throw new ProviderAway(`${provider} does not answer as an OpenID provider does`, { cause: error });
    }
  }

  /** Remembered: whoever sends one token after another must not have the provider asked each time. */
  private keysOf(settings: ProviderSettings, address: string): ReturnType<typeof createRemoteJWKSet> {
    const known = this.keys.get(address);
    if (known) return known;
    const keys = createRemoteJWKSet(new URL(address), {
      timeoutDuration: PATIENCE_S * 1_000,
      [joseFetch]: this.fetchOf(settings) as typeof fetch,
    });
    this.keys.set(address, keys);
    return keys;
  }

  /** Fetches from the origins of this provider, and does not follow where it is sent. */
  private fetchOf({ provider, issuer, origins }: ProviderSettings) {
    const allowed = [new URL(issuer).origin, ...origins];
    return (url: string, options: { readonly headers?: Headers } & object): Promise<Response> => {
      if (!allowed.includes(new URL(url).origin)) throw new ProviderAway(`${provider} points elsewhere`);
      return fetch(url, { ...options, redirect: 'manual' });
    };
  }
}

const BACK_CHANNEL = 'http://schemas.openid.net/event/backchannel-logout';

const textsIn = (claim: unknown): readonly string[] =>
  (Array.isArray(claim) ? (claim as readonly unknown[]) : [claim])
    .map((value) => (typeof value === 'number' ? String(value) : value))
    .filter((value) => typeof value === 'string');

/** Whether a call of the provider failed, or would have gone elsewhere, rather than what it said. */
const isAway = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const isIt = error instanceof ProviderAway || ['TypeError', 'TimeoutError'].includes(error.name);
  return isIt || isAway(error.cause);
};
