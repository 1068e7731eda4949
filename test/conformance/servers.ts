import { describe, it } from '@jest/globals';

/** A server to run a suite on, or why there is none. */
export type Server =
  { readonly url: string; readonly stop: () => Promise<void> } | { readonly absent: string };

type Started = { readonly url: string; readonly stop: () => Promise<void> };

/** The server that a variable names, else one in a container, else none, with the reason. */
export const serverFor = async (variable: string, start: () => Promise<Started>): Promise<Server> => {
  const url = process.env[variable];
  if (url) return { url, stop: () => Promise.resolve() };
  const engine = await whyNoEngine();
  if (engine) return { absent: `${variable} is not set, and ${engine}` };
  try {
    return await start();
  } catch (error) {
    return { absent: `the container did not start: ${firstLine(error)}` };
  }
};

const whyNoEngine = async (): Promise<string | undefined> => {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return undefined;
  } catch (error) {
    return `no container engine is reachable (${firstLine(error)})`;
  }
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** Runs the suites of a server; where there is none, one skipped test says why, for the table at the end of the run. */
export const onServer = (name: string, server: Server, suites: (url: string) => void): void => {
  if ('url' in server) suites(server.url);
  else
    describe(name, () => {
      it.skip(`not run: ${server.absent}`, () => undefined);
    });
};
