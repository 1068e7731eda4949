import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';

type Headers = Readonly<Record<string, string | undefined>>;

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Where browsers find the gateway: `REDRESS_ORIGIN`, such as `https://redress.example.org`. Unless it is set, they may use this
 * machine alone: over plain http, anybody on the way could read what a browser is known by.
 */
export class Origin {
  private readonly set: URL | undefined;

  /** @throws Error when it is set to what is no such origin. */
  constructor(set = process.env['REDRESS_ORIGIN']) {
    if (!set) return;
    const url = URL.canParse(set) ? new URL(set) : undefined;
    const isSafe =
      url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
    if (url?.origin !== set || !isSafe)
      throw new Error(
        `REDRESS_ORIGIN must be like https://redress.example.org, without a path; http only for this machine. It is ${JSON.stringify(set)}`,
      );
    this.set = url;
  }

  /** Whether what a browser is known by travels encrypted. */
  get isSecure(): boolean {
    return this.set?.protocol === 'https:';
  }

  /** That of a request; undefined when a browser must not sign in where it was sent to. */
  of({ host }: Headers): string | undefined {
    if (this.set) return this.set.origin;
    const url = `http://${host ?? ''}`;
    return URL.canParse(url) && LOOPBACK.includes(new URL(url).hostname) ? new URL(url).origin : undefined;
  }

  /**
   * The same, for those who cannot do without.
   * @throws Problem
   */
  must(headers: Headers): string {
    const ours = this.of(headers);
    if (ours === undefined) throw new Problem('no-sign-in-here', HttpStatus.FORBIDDEN);
    return ours;
  }

  /**
   * Refuses what a page of somebody else made the browser send. Who says neither from where it was sent nor which page sent
   * it is no browser.
   * @throws Problem
   */
  mustBeOurs(headers: Headers): void {
    const ours = this.must(headers);
    const { 'sec-fetch-site': site, origin } = headers;
    if ((site !== undefined && site !== 'same-origin') || (origin !== undefined && origin !== ours))
      throw new Problem('from-another-site', HttpStatus.FORBIDDEN);
  }
}
