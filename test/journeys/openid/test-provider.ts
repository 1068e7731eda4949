import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Browser } from '../browser.js';
import { callerOf } from '../caller.js';
import Provider, { type Configuration } from 'oidc-provider';

export type Person = { readonly sub: string; readonly [claim: string]: unknown };

/** What an id token is to say instead, and how it is signed. */
export type Forged = {
  readonly claims?: JWTPayload;
  /** By the key of the provider unless said otherwise. */
  readonly by?: 'a stranger' | 'nobody';
};

export const CLIENT = 'redress';
export const SECRET = 'a secret that the client and the provider share';

type Key = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

/** A real OpenID provider on loopback, at which one person is signed in, and whose answers can be forged. */
export class TestProvider {
  /** Whoever sits at the browser. */
  person: Person | undefined;
  forged: Forged | undefined;
  /** What its configuration is to say instead. */
  metadata: Readonly<Record<string, unknown>> = {};
  private provider: Provider | undefined;

  private constructor(
    private readonly server: Server,
    private readonly keys: { readonly own: Key; readonly stranger: Key; readonly jwk: object },
  ) {}

  static async start(): Promise<TestProvider> {
    const [own, stranger] = await Promise.all(
      [1, 2].map(() => generateKeyPair('RS256', { extractable: true })),
    );
    if (!own || !stranger) throw new Error('no keys');
    const jwk = { ...(await exportJWK(own.privateKey)), kid: 'own', use: 'sig', alg: 'RS256' };
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const made = new TestProvider(server, { own: own.privateKey, stranger: stranger.privateKey, jwk });
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void made.answer(request, response);
    });
    return made;
  }

  get issuer(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** Once it is known where browsers are sent back to. */
  serve(redressUrl: string): void {
    const configuration: Configuration = {
      clients: [
        {
          client_id: CLIENT,
          client_secret: SECRET,
          redirect_uris: [`${redressUrl}/api/providers/campus/callback`],
          post_logout_redirect_uris: [`${redressUrl}/`],
        },
      ],
      jwks: { keys: [this.keys.jwk] },
      cookies: { keys: ['for tests'] },
      claims: { openid: ['sub', 'employee_number', 'positions'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, { uid }) => `/interaction/${uid}` },
      findAccount: (_, sub) => ({ accountId: sub, claims: () => Promise.resolve({ ...this.person, sub }) }),
      loadExistingGrant: async ({ oidc }) => {
        const { client, session } = oidc;
        if (!client || session?.accountId === undefined || !this.provider) return undefined;
        const grant = new this.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
        grant.addOIDCScope('openid profile');
        await grant.save();
        return grant;
      },
    };
    this.provider = new Provider(this.issuer, configuration);
    this.provider.on('server_error', (_, error) => {
      throw error;
    });
  }

  /** A token by which it says that somebody signed out. */
  logoutToken(claims: JWTPayload, by?: Forged['by']): Promise<string> {
    return this.signed(
      { events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims },
      by,
    );
  }

  /** Where a browser is sent in the end that comes to an address of the provider. */
  async sentBackFrom(address: URL): Promise<URL> {
    const browser = new Browser(callerOf(this.issuer), this.issuer);
    let at = address;
    while (at.origin === this.issuer) {
      const answer = await browser.go(at.pathname + at.search);
      at = new URL(answer.headers.get('location') ?? '', this.issuer);
    }
    return at;
  }

  /** With such a token, what it sends. */
  async logoutForm(claims: JWTPayload, by?: Forged['by']): Promise<string> {
    const iat = Math.floor(Date.now() / 1_000);
    const usual = { iss: this.issuer, aud: CLIENT, iat, jti: 'one' };
    const logoutToken = await this.logoutToken({ ...usual, ...claims }, by);
    return new URLSearchParams({ logout_token: logoutToken }).toString();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { provider } = this;
    if (!provider) return void response.writeHead(503).end();
    const { url = '/' } = request;
    if (url.startsWith('/interaction/')) {
      const result = this.person
        ? { login: { accountId: this.person.sub } }
        : { error: 'access_denied', error_description: 'nobody sits here' };
      return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    }
    if (url.startsWith('/token') || url.startsWith('/.well-known/openid')) this.rewrite(response);
    await provider.callback()(request, response);
  }

  /** Holds the answer back until it is as it is to be. */
  private rewrite(response: ServerResponse): void {
    const end = response.end.bind(response) as (body: string) => ServerResponse;
    const changed = async (body: string): Promise<void> => {
      const answer = JSON.parse(body) as Record<string, unknown>;
      const idToken = answer['id_token'];
      const after = { ...answer, ...('issuer' in answer ? this.metadata : {}) };
      if (typeof idToken === 'string' && this.forged)
        after['id_token'] = await this.forgery(idToken, this.forged);
      const text = JSON.stringify(after);
      response.setHeader('content-length', Buffer.byteLength(text));
      end(text);
    };
    response.end = ((body: string | Buffer) => {
      void changed(body.toString());
      return response;
    }) as ServerResponse['end'];
  }

  private forgery(idToken: string, { claims, by }: Forged): Promise<string> {
    const [, payload = ''] = idToken.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
    return this.signed({ ...said, ...claims }, by);
  }

  private signed(claims: JWTPayload, by: Forged['by']): Promise<string> {
    const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
    if (by === 'nobody') return Promise.resolve(`${encoded({ alg: 'none' })}.${encoded(claims)}.`);
    const key = by === 'a stranger' ? this.keys.stranger : this.keys.own;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
  }
}
