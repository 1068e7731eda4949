import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { beginMeasuring } from './measuring.js';
import type { Metrics } from './metrics.js';
import type { Seen } from './seen.js';

/** How a process is: in numbers, and in words for whoever keeps it. */
export type Looked = { readonly seen: Seen; readonly details: object };

/**
 * Where `/metrics`, `/health/live` and `/health/ready` of this process are answered: on `REDRESS_METRICS_PORT`, which nobody but those
 * who keep the system should reach, and on loopback unless `REDRESS_METRICS_HOST` says where else. Undefined when no port is set.
 *
 * @throws RangeError when it is none, or what the system says when it is taken.
 */
export const openEndpoint = async (
  service: string,
  look: () => Promise<Looked>,
  { REDRESS_METRICS_PORT: port, REDRESS_METRICS_HOST: host }: NodeJS.ProcessEnv = process.env,
): Promise<Server | undefined> => {
  if (!port) return undefined;
  const metrics = await beginMeasuring(service);
  const server = createServer(answering(metrics, look)).listen(portIn(port), host ?? '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const portIn = (text: string): number => {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new RangeError(`REDRESS_METRICS_PORT must be a port from 1 to 65535, not ${JSON.stringify(text)}`);
};

const answering = (metrics: Metrics, look: () => Promise<Looked>): RequestListener => {
  const answers: Readonly<Record<string, Answer>> = {
    '/metrics': async (response) => {
      metrics.show((await look()).seen);
      const text = await metrics.registry.metrics();
      response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text);
    },
    '/health/live': (response) => {
      tell(response, 200, { live: true });
    },
    '/health/ready': async (response) => {
      const { seen, details } = await look();
      tell(response, seen.isReady ? 200 : 503, { ready: seen.isReady, ...details });
    },
  };
  return ({ method, url = '' }, response) => {
    const found = Object.hasOwn(answers, url) ? answers[url] : undefined;
    if (!found) tell(response, 404, {});
    else if (method !== 'GET' && method !== 'HEAD') tell(response, 405, {});
    else void answer(response, found);
  };
};

type Answer = (response: ServerResponse) => Promise<void> | void;

const answer = async (response: ServerResponse, act: Answer): Promise<void> => {
  try {
    await act(response);
  } catch (error) {
    tell(response, 500, { error: error instanceof Error ? error.name : typeof error });
  }
};

const tell = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
};
