import { isCommandError, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreFault } from '@redress/eventsourcing/store-fault';

export type Patience = {
  /** How long one call may go without an answer, or without the next part of one. */
  readonly callMs: number;
  /** How long an append is tried again before it is given up. */
  readonly appendMs: number;
  /** How long a subscription may be silent before it is begun anew. */
  readonly silenceMs: number;
};

export const PATIENCE: Patience = { callMs: 3_000, appendMs: 8_000, silenceMs: 20_000 };

/** The client reads over one connection and does all else over another; either may hang by itself. */
type Way = 'reading' | 'rest';

/** Nobody answered in time. */
export class NoAnswer extends StoreFault {
  override readonly name = 'NoAnswer';
}

/**
 * The connection to a server or a cluster. The client waits for ever for some answers and goes on using what is dead; so
 * every call has a limit of its own here, and when nothing at all was answered meanwhile, another client takes the place of
 * the one that hangs.
 */
export class Connection {
  private client: KurrentDBClient | undefined;
  private readonly answeredAt: Record<Way, number> = { reading: 0, rest: 0 };
  private readonly closing = new AbortController();

  /** @param url As the client takes it: `kurrentdb://user:password@host:2113?tls=false`. It may hold secrets and is never logged. */
  constructor(
    private readonly url: string,
    readonly patience: Patience = PATIENCE,
  ) {
    this.current();
  }

  /** Aborts when the connection is closed. */
  get closed(): AbortSignal {
    return this.closing.signal;
  }

  current(): KurrentDBClient {
    if (this.closing.signal.aborted) throw new StoreFault('KurrentDB: the store is closed');
    this.client ??= clientFor(this.url);
    return this.client;
  }

  /** @throws NoAnswer, or what the client says. */
  call<Answer>(act: (client: KurrentDBClient) => Promise<Answer>): Promise<Answer> {
    return this.ask(this.current(), 'rest', act);
  }

  /** What the client gives bit by bit; each part has the time of a call. */
  async list<Item>(read: (client: KurrentDBClient) => AsyncIterable<Item>): Promise<readonly Item[]> {
    const items: Item[] = [];
    const client = this.current();
    const parts = read(client)[Symbol.asyncIterator]();
    for (;;) {
      const part = await this.ask(client, 'reading', () => parts.next());
      if (part.done) return items;
      items.push(part.value);
    }
  }

  /** Something came that nobody asked for just then. */
  answered(): void {
    this.answeredAt.rest = performance.now();
  }

  /** The client did not answer since then; unless it answered others, it is given up. */
  suspect(client: KurrentDBClient, since: number, way: Way = 'rest'): void {
    if (this.answeredAt[way] > since || this.client !== client) return;
    this.client = undefined;
    end(client);
  }

  private async ask<Answer>(
    client: KurrentDBClient,
    way: Way,
    act: (client: KurrentDBClient) => Promise<Answer>,
  ): Promise<Answer> {
    const begun = performance.now();
    try {
      const answer = await within(act(client), this.patience.callMs);
      this.answeredAt[way] = performance.now();
      return answer;
    } catch (error) {
      // The client does not come back by itself from some failures, such as having been refused when it was new.
      if (!isAnswer(error)) this.suspect(client, begun, way);
      throw error;
    }
  }

  close(): void {
    this.closing.abort();
    if (this.client) end(this.client);
    this.client = undefined;
  }
}

/** What a server that is there says. */
const ANSWERS: readonly string[] = [
  'stream-not-found',
  'wrong-expected-version',
  'maximum-append-size-exceeded',
  'access-denied',
  'invalid-argument',
  'stream-deleted',
  'stream-tombstoned',
];

const isAnswer = (error: unknown): boolean =>
  error instanceof Error && isCommandError(error) && ANSWERS.includes(error.type);

const clientFor = (url: string): KurrentDBClient => {
  try {
    return KurrentDBClient.connectionString(url);
  } catch (error) {
    // What the client says of a URL quotes it, password and all.
    throw new StoreFault('KurrentDB: the connection string cannot be read', {
      cause: (error as Error).name,
    });
  }
};

/** Ends the calls of a client and its channel, which `dispose` alone leaves open. */
const end = (client: KurrentDBClient): void => {
  const { getChannel } = client as unknown as { getChannel: () => Promise<{ close(): void }> };
  const close = async (): Promise<void> => {
    await Promise.race([client.dispose(), pauseUnref(1_000)]);
    (await getChannel()).close();
  };
  close().catch(() => undefined);
};

const pauseUnref = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

const within = <Answer>(answer: Promise<Answer>, ms: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(`KurrentDB: no answer within ${String(ms)} ms`));
    }, ms);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
