import { setTimeout as pause } from 'node:timers/promises';
import { type Credentials, isCommandError, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { clientFor, credentialsIn, end } from './client.js';
import { isElsewhere, isNotKnown, isRefusal, NoAnswer, NotSent } from './faults.js';
import { Turns } from './turns.js';

export type Patience = {
  /** How long one call may go without an answer, or without the next part of one. */
  readonly callMs: number;
  /** How long an append is tried again before it is given up. */
  readonly appendMs: number;
  /** How long a subscription may be silent before it is begun anew. */
  readonly silenceMs: number;
  /** After so long a slice is given with what was found, rather than looked on for what is rare. */
  readonly sliceMs: number;
};

export const PATIENCE: Patience = { callMs: 3_000, appendMs: 8_000, silenceMs: 20_000, sliceMs: 2_000 };

/**
 * The client writes all appends into one stream, which takes 16 messages before the others have to wait. When the connection
 * breaks it throws for each that waits where nobody can catch it, and the process ends; so none is made to wait there.
 */
const AT_ONCE = 15;

/** How long the client may take to go to the leader that it was told of. */
const MOVES_WITHIN_MS = 50;

/**
 * The client reads over one connection and does all else over another, where all appends go through one stream, and each
 * subscription has one of its own. Any of them may hang by itself.
 */
type Way = 'reading' | 'appending' | 'following';

/** What each read says: who asks, and that the leader shall answer. */
type Asking = { readonly requiresLeader: true; readonly credentials?: Credentials };

type Read<Item> = (client: KurrentDBClient, asking: Asking) => AsyncIterable<Item>;

/**
 * The connection to a server or a cluster. The client waits for ever for some answers and goes on using what is dead; so
 * every call has a limit of its own here, and when nothing at all was answered meanwhile, another client takes the place of
 * the one that hangs.
 */
export class Connection {
  private client: KurrentDBClient | undefined;
  private readonly answeredAt: Record<Way, number> = { reading: 0, appending: 0, following: 0 };
  private readonly closing = new AbortController();
  /** With each client others, since what hangs there has to be waited for no more. */
  private turns = new Turns(AT_ONCE);
  private readonly asking: Asking;

  /** @param url As the client takes it: `kurrentdb://user:password@host:2113?tls=false`. It may hold secrets and is never logged. */
  constructor(
    private readonly url: string,
    readonly patience: Patience = PATIENCE,
  ) {
    this.current();
    const credentials = credentialsIn(url);
    this.asking = { requiresLeader: true, ...(credentials && { credentials }) };
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
    const client = this.current();
    const turns = this.turns;
    let state: 'waits' | 'is sent' | 'is given up' = 'waits';
    const inTurn = (): Promise<Answer> =>
      turns.take(() => {
        if (state !== 'waits' || this.client !== client) throw new NotSent();
        state = 'is sent';
        return act(client);
      });
    return this.ask(client, 'appending', inTurn).catch((error: unknown) => {
      if (state !== 'waits') throw error;
      state = 'is given up';
      throw new NotSent({ cause: error });
    });
  }

  /** What was refused by a node that does not lead is asked once more: the client was told who does, and goes there. */
  async led<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    try {
      return await act();
    } catch (error) {
      if (!isElsewhere(error)) throw error;
      await pause(MOVES_WITHIN_MS);
      return act();
    }
  }

  /** What the client gives bit by bit; each part has the time of a call. */
  list<Item>(read: Read<Item>): Promise<readonly Item[]> {
    return this.led(() => this.listOnce(read));
  }

  private async listOnce<Item>(read: Read<Item>): Promise<readonly Item[]> {
    const items: Item[] = [];
    const client = this.current();
    const parts = read(client, this.asking)[Symbol.asyncIterator]();
    for (;;) {
      const part = await this.ask(client, 'reading', () => parts.next());
      if (part.done) return items;
      items.push(part.value);
    }
  }

  /** Something came that nobody asked for just then. */
  answered(): void {
    this.answeredAt.following = performance.now();
  }

  /** The client did not answer since then; unless it answered others, it is given up. */
  suspect(client: KurrentDBClient, since: number, way: Way = 'following'): void {
    // Where appends are answered, a subscription is only slow.
    const ways = way === 'following' ? (['following', 'appending'] as const) : [way];
    if (ways.some((one) => this.answeredAt[one] > since) || this.client !== client) return;
    this.client = undefined;
    this.turns = new Turns(AT_ONCE);
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

/** What a server that is there says. The client that is told who leads goes there, and another would have to be told again. */
const isAnswer = (error: unknown): boolean =>
  isRefusal(error) ||
  isElsewhere(error) ||
  (error instanceof Error && isCommandError(error) && (ANSWERS.includes(error.type) || isNotKnown(error)));

/** That it could not be done in time, the server says as well: the time that the client was given is longer than any. */
const ANSWERS: readonly string[] = ['stream-not-found', 'wrong-expected-version', 'deadline-exceeded'];

const within = <Answer>(answer: Promise<Answer>, ms: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(`KurrentDB: no answer within ${String(ms)} ms`));
    }, ms);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
