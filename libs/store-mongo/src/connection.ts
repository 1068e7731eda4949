import { StoreFault } from '@redress/eventsourcing/store-fault';
import mongoose, { type Connection, type ConnectOptions } from 'mongoose';

export type Patience = {
  /** How long a server is looked for. */
  readonly findMs: number;
  /** How long one call may take. */
  readonly callMs: number;
};

export const PATIENCE: Patience = { findMs: 4_000, callMs: 10_000 };

/** Nobody answered in time; what was asked for may have been done, or may yet be. */
export class NoAnswer extends StoreFault {
  override readonly name = 'NoAnswer';
}

/**
 * A connection to the database of one service. What is written is on most servers of a replica set before it counts, and what
 * is read cannot be lost any more. Every call has a limit, whatever the driver does.
 */
export class Database {
  readonly mongo: Connection;
  private ready: Promise<unknown> | undefined;
  private isClosed = false;

  /** @param url As the driver takes it. It may hold secrets and is never logged. */
  constructor(
    private readonly url: string,
    private readonly name: string,
    readonly patience: Patience = PATIENCE,
  ) {
    this.mongo = mongoose.createConnection();
    // What is wrong is said by the calls that fail for it.
    this.mongo.on('error', () => undefined);
  }

  /** @throws StoreFault */
  async call<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    if (this.isClosed) throw new StoreFault('MongoDB: the store is closed');
    try {
      return await within(
        this.connected().then(() => act()),
        this.patience.callMs,
      );
    } catch (error) {
      throw asFault(error);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await within(this.mongo.close(true), this.patience.callMs).catch(() => undefined);
  }

  private connected(): Promise<unknown> {
    this.ready ??= this.mongo.openUri(this.url, this.options()).catch((error: unknown) => {
      this.ready = undefined;
      throw error;
    });
    return this.ready;
  }

  private options(): ConnectOptions {
    const { findMs, callMs } = this.patience;
    // Which database knows the account is for the URL to say: the driver would look in the one that is named here.
    const { source } = new mongoose.mongo.MongoClient(this.url).options.credentials ?? {};
    return {
      dbName: this.name,
      ...(source === undefined ? {} : { authSource: source }),
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: findMs,
      connectTimeoutMS: findMs,
      // The driver may look no sooner for a server that was silent, however many wait for it; ten seconds by default.
      heartbeatFrequencyMS: 2_000,
      socketTimeoutMS: callMs,
      readPreference: 'primary',
      readConcern: { level: 'majority' },
      writeConcern: { w: 'majority', wtimeoutMS: callMs },
      appName: 'redress',
    };
  }
}

const FROM_THE_DRIVER = /^(Mongo|Mongoose)/;

/** What whoever runs the service can do something about. */
const IN_WORDS: Readonly<Record<number, string>> = {
  13: ', the account may not do this in the database of this service',
  18: ', the account or its password is not accepted',
};

/** An error of the driver in words for who runs the service, without what it quotes; any other as it is. */
const asFault = (error: unknown): Error => {
  if (!(error instanceof Error)) return new StoreFault('MongoDB: failed', { cause: error });
  if (error instanceof StoreFault || !FROM_THE_DRIVER.test(error.name)) return error;
  const { code } = error as Error & { readonly code?: unknown };
  const number = typeof code === 'number' ? ` ${String(code)}${IN_WORDS[code] ?? ''}` : '';
  return new StoreFault(`MongoDB: ${error.name}${number}`, { cause: error });
};

const within = <Answer>(answer: Promise<Answer>, ms: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new NoAnswer(`MongoDB: no answer within ${String(ms)} ms`));
    }, ms);
    answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
