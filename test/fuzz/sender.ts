import { Agent, request as begin, type IncomingHttpHeaders } from 'node:http';

/** What is sent, as it is sent. */
export type Sent = {
  readonly operation: string;
  readonly who: string;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
};

export type Answered = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** As JSON, where it is said to be that. */
  readonly json: unknown;
};

const SILENT_AFTER_MS = 60_000;

/** Sends requests over connections that are kept, and leaves in them whatever is wrong with them. */
export class Sender {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(readonly url: string) {}

  close(): void {
    this.agent.destroy();
  }

  send({ method, path, headers, body }: Sent): Promise<Answered> {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    return new Promise((resolve, reject) => {
      const sending = begin(`${this.url}${path}`, {
        method,
        agent: this.agent,
        headers: { ...headers, ...(bytes && { 'content-length': String(bytes.length) }) },
        timeout: SILENT_AFTER_MS,
      });
      sending.once('timeout', () => sending.destroy(new Error('nothing was answered within a minute')));
      sending.once('error', reject);
      sending.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          resolve(answeredWith(response.statusCode ?? 0, response.headers, Buffer.concat(chunks)));
        });
      });
      sending.end(bytes);
    });
  }
}

const answeredWith = (status: number, headers: IncomingHttpHeaders, bytes: Buffer): Answered => {
  const isJson = /^application\/([\w.-]+\+)?json(;|$)/.test(headers['content-type'] ?? '');
  return { status, headers, bytes, json: isJson && bytes.length > 0 ? readJson(bytes) : undefined };
};

const readJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};
