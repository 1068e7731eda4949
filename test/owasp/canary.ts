import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const json = (body: object): string => JSON.stringify(body);

/** Somebody's server: what it is asked for is remembered, and as a provider of sign-in it answers what no provider should. */
export class Canary {
  readonly asked: string[] = [];

  private constructor(private readonly server: Server) {}

  static async begun(): Promise<Canary> {
    const server = createServer();
    const canary = new Canary(server);
    server.on('request', ({ url = '' }, answer) => {
      canary.asked.push(url);
      const path = url.split('/')[1];
      if (path === 'redirects') answer.writeHead(302, { location: `${canary.url}/elsewhere` }).end();
      else if (path === 'another') answer.end(json({ issuer: `${canary.url}/somebody-else` }));
      else if (path === 'points') answer.end(json(canary.pointingElsewhere()));
      else if (path === 'breaks') answer.destroy();
      else answer.end('<html>');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return canary;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** As REDRESS_PROVIDERS_FILE has them. */
  providers(): readonly object[] {
    return ['redirects', 'another', 'points', 'breaks', 'nonsense'].map((provider) => ({
      provider,
      en: provider,
      zh: provider,
      issuer: `${this.url}/${provider}`,
      clientId: 'redress',
      rosterNumber: 'number',
    }));
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** To a machine inside, such as that which tells a cloud's secrets. */
  private pointingElsewhere(): object {
    const inside = 'http://169.254.169.254/latest';
    return {
      issuer: `${this.url}/points`,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${inside}/token`,
      jwks_uri: `${inside}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }
}
