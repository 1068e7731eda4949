import { setTimeout as pause } from 'node:timers/promises';
import { Trouble } from '../trouble.js';
import { pauseBefore } from './back-off.js';
import { cookiesOf, headersFor } from './credential.js';
import { refusalIn } from './refusal.js';

export type Asked = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Below `/api`, with what stands in it encoded. */
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: object;
  /** In place of a body: a part of a file. */
  readonly bytes?: Uint8Array;
  /** Makes a repeat known to the server: nothing that changes something is sent without it. */
  readonly key?: string;
  readonly happenedAt?: string;
  /** By what the server knows this machine again, before it knows who acts. */
  readonly device?: string | undefined;
  /** Whatever the server answers is the answer, also that it cannot just now. */
  readonly once?: boolean;
  /** Seconds that the server may wait for what is asked to be there. */
  readonly wait?: number;
};

type Answer = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
  readonly cookies: readonly string[];
};

/** An answer with the cookies that came along. */
export type Exchanged<Reply> = { readonly reply: Reply; readonly cookies: readonly string[] };

/** A try without an answer for so long has failed; ten seconds of it the server may be waiting itself. */
const TRY_MS = 20_000;
/** With a part of a file to send first, or to be looked at. */
const TRY_WITH_BYTES_MS = 120_000;

/**
 * The server over HTTP. A request that meets no server, or a server that cannot just now, or gets no answer in time is
 * sent again after a pause, until `patienceMs` have gone by. Its key makes that safe.
 */
export class Api {
  constructor(
    readonly url: string,
    private readonly patienceMs = 120_000,
  ) {}

  /**
   * @throws Refusal for an answer that no repeat would change
   * @throws Trouble when patience is at its end
   */
  async ask<Reply>(asked: Asked): Promise<Reply> {
    return (await this.exchange<Reply>(asked)).reply;
  }

  /** The same, with the cookies that came along. */
  async exchange<Reply>(asked: Asked): Promise<Exchanged<Reply>> {
    const until = Date.now() + this.patienceMs;
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.attempt(asked);
      const isAnswer = !(answer instanceof Error);
      if (isAnswer && answer.status < 300)
        return { reply: JSON.parse(answer.text) as Reply, cookies: answer.cookies };
      if (isAnswer && (asked.once === true || !mayPass(answer.status))) throw refusalIn(answer);
      const pauseMs = pauseBefore(attempt, isAnswer ? answer.retryAfter : null);
      if (Date.now() + pauseMs > until) throw new Trouble(this.gaveUp(answer));
      await pause(pauseMs);
    }
  }

  private async attempt(asked: Asked): Promise<Answer | Error> {
    const { method = 'GET', path, body, bytes } = asked;
    try {
      const response = await fetch(`${this.url}/api${path}`, {
        method,
        headers: headersOf(asked),
        body: bytes ? new Uint8Array(bytes) : body ? JSON.stringify(body) : null,
        signal: AbortSignal.timeout(bytes ? TRY_WITH_BYTES_MS : TRY_MS),
      });
      const { status, headers } = response;
      const cookies = headers.getSetCookie();
      return { status, retryAfter: headers.get('retry-after'), text: await response.text(), cookies };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private gaveUp(last: Answer | Error): string {
    const forSeconds = `for ${String(Math.round(this.patienceMs / 1_000))} s`;
    return last instanceof Error
      ? `nothing answers at ${this.url} ${forSeconds} (${causeOf(last)}): is it running, and is the address right?`
      : `${this.url} answers ${String(last.status)} ${forSeconds}: a service behind it does not run`;
  }
}

const headersOf = ({ token, device, body, bytes, key, happenedAt, wait }: Asked): Record<string, string> => ({
  accept: 'application/json',
  ...(token !== undefined && headersFor(token)),
  ...(token === undefined && device !== undefined && { cookie: cookiesOf('device', device) }),
  ...(body && { 'content-type': 'application/json' }),
  ...(bytes && { 'content-type': 'application/octet-stream' }),
  ...(key !== undefined && { 'idempotency-key': key }),
  ...(happenedAt !== undefined && { 'happened-at': happenedAt }),
  ...(wait !== undefined && { prefer: `wait=${String(wait)}` }),
});

/** The server was reached, and could not just now. */
const mayPass = (status: number): boolean => status === 429 || status >= 500;

const causeOf = ({ cause, name, message }: Error): string => {
  if (name === 'TimeoutError') return 'no answer in time';
  return cause instanceof Error && 'code' in cause ? String(cause.code) : message;
};
