import type { Answer, Call } from './caller.js';

/** Calls a gateway as a page of its own in one browser would: it keeps cookies, and says which page it is. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;

  constructor(
    private readonly call: Call,
    readonly origin: string,
  ) {}

  async ask(
    method: string,
    path: string,
    body?: object,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      origin: this.origin,
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...(this.csrfToken !== undefined && { 'x-csrf-token': this.csrfToken }),
      ...more,
    };
    const answer = await this.kept(this.call(method, `/api${path}`, { headers, ...(body && { body }) }));
    const { csrfToken } = answer.body;
    if (typeof csrfToken === 'string') this.csrfToken = csrfToken;
    return answer;
  }

  /** Goes to an address, as whoever follows a link does. */
  go(path: string): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return this.kept(this.call('GET', path, { headers: { ...(cookie && { cookie }) } }));
  }

  signIn(rosterNumber: string, password: string): Promise<Answer> {
    return this.ask('POST', '/session', { rosterNumber, password });
  }

  /** Whether somebody is signed in here. */
  async isSignedIn(): Promise<boolean> {
    return (await this.ask('GET', '/me')).status === 200;
  }

  cookieOf(purpose: 'session' | 'device'): string {
    const [name = ''] = [...this.cookies.keys()].filter((key) => key.endsWith(purpose));
    return this.cookies.get(name) ?? '';
  }

  private async kept(asked: Promise<Answer>): Promise<Answer> {
    const answer = await asked;
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
