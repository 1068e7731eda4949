import { type Credentials, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { StoreFault } from '@redress/eventsourcing/store-fault';

/** What the client has besides, and does not tell of. */
type Inside = {
  readonly getChannel: () => Promise<{ close(): void }>;
  handleError: (...args: unknown[]) => Promise<void>;
};

const inside = (client: KurrentDBClient): Inside => client as unknown as Inside;

/** @throws StoreFault */
export const clientFor = (url: string): KurrentDBClient => {
  const client = quietly(() => {
    try {
      return KurrentDBClient.connectionString(url);
    } catch (error) {
      // What the client says of a URL quotes it, password and all.
      throw new StoreFault('KurrentDB: the connection string cannot be read', {
        cause: (error as Error).name,
      });
    }
  });
  // It does not wait for what it does about an error; should that fail as well, it would end the process.
  const { handleError } = inside(client);
  inside(client).handleError = (...args) => handleError(...args).catch(() => undefined);
  return client;
};

/**
 * Who the URL says comes. What the client reads with takes it as it is written there, and not as it is meant: a password with
 * an `@` in it, which a URL has as `%40`, would be wrong.
 */
export const credentialsIn = (url: string): Credentials | undefined => {
  const [, username, password] = /^[^:]+:\/\/([^:@/]+):([^@]+)@/.exec(url.trim()) ?? [];
  if (username === undefined || password === undefined) return undefined;
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
};

/** Of an option that it does not know the client warns on the console, and quotes the URL, password and all. */
const quietly = <Made>(make: () => Made): Made => {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return make();
  } finally {
    console.warn = warn;
  }
};

/** Ends the calls of a client and its channel, which `dispose` alone leaves open. */
export const end = (client: KurrentDBClient): void => {
  const close = async (): Promise<void> => {
    await Promise.race([client.dispose(), pauseUnref(1_000)]);
    (await inside(client).getChannel()).close();
  };
  close().catch(() => undefined);
};

const pauseUnref = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
