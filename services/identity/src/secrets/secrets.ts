import type { SecondStep } from '@redress/contracts/identity/factors';
import { type Kept as KeptSecret, SecretStore } from '@redress/sealing/secret-store';
import type { FactorId, Instant, MessageId, PostId, TokenId } from '@redress/contracts/values';

/** A session under the SHA-256 of its token. */
export type SessionSecret = {
  readonly sessionId: TokenId;
  /** Whether every step is taken; until then it is good for nothing but the next one. */
  readonly isComplete: boolean;
  /** While it is half-way: any one of these completes it. */
  readonly needs?: readonly SecondStep[];
  /** With what it was signed in. */
  readonly by: string;
  readonly post?: PostId;
  /** Of a sign-in at a provider: its session there, and sealed, what it said. */
  readonly provider?: { readonly sid?: string; readonly idToken: string };
  readonly beganAt: Instant;
  /** When its person last proved who they are. */
  readonly provedAt: Instant;
  readonly usedAt: Instant;
};

/** What a second factor is called, and since when it is there. */
type Called = { readonly name: string; readonly enrolledAt: Instant; readonly usedAt?: Instant };

/** For what a passkey is asked: to sign in, to prove who sits at a session, or to become a factor of that name. */
export type Challenge =
  | { readonly for: 'sign-in' }
  | { readonly for: 'proof'; readonly sessionId: TokenId }
  | { readonly for: 'enrolment'; readonly factorId: FactorId; readonly name: string };

/** What is kept, by its kind: each is known by an id, and all but what is sealed is of no use to who steals it. */
export type Kinds = {
  /** Under the id of the person. */
  password: { readonly hash: string };
  /** Under the SHA-256 of its text. */
  invitation: { readonly isUsed: boolean };
  /** The token of the first start, under its SHA-256. */
  setUp: { readonly madeAt: Instant };
  session: SessionSecret;
  /** Whom a provider knows, under the SHA-256 of who it says they are. */
  link: { readonly provider: string };
  /** What was noted when a browser was sent to a provider, under the SHA-256 of what it brings back. */
  ticket: {
    readonly provider: string;
    readonly returnTo: string;
    readonly state: string;
    readonly nonce: string;
    readonly verifier: string;
  };
  /** What a browser is known by, under its SHA-256. */
  device: { readonly seenAt: Instant };
  /** Under the id of the factor. It is one only when the log knows it; `step` is the last one of which a code was used. */
  totp: Called & { readonly sealed: string; readonly step: number };
  /** Under the id that the authenticator gave it. It is a factor only when the log knows it. */
  passkey: Called & {
    readonly factorId: FactorId;
    readonly publicKey: string;
    readonly counter: number;
    readonly transports: readonly string[];
  };
  /** Under the SHA-256 of person and code. */
  recovery: Readonly<Record<string, never>>;
  /** Under the id of the person: by which request the codes were drawn that are there now, and from what besides the key. */
  drawing: { readonly cause: MessageId; readonly salt: string };
  /** An authenticator that is not confirmed yet, under the id that the factor will have. */
  totpBegun: { readonly name: string; readonly sealed: string };
  /** What somebody typed who asks to be registered, under the id of the request. */
  registration: { readonly sealed: string };
  /** What a passkey is asked to sign, under the SHA-256 of it. */
  challenge: { readonly what: Challenge };
};
export type Kind = keyof Kinds;

export type Kept<K extends Kind> = KeptSecret<Kinds[K]>;

/** The port to them, for whoever asks for it by its name. */
export abstract class Secrets extends SecretStore<Kinds> {}
