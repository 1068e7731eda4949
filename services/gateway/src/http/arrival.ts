import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** What has not arrived whole by then is dropped, unless it was given more time. */
const ARRIVES_WITHIN_MS = 30_000;

type Drop = (error: NodeJS.ErrnoException, socket: Socket) => void;

const dropping = new WeakMap<IncomingMessage, NodeJS.Timeout>();

export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/** Drops a request whose body takes too long, whatever else happens to it. */
export const mustArrive = (server: FastifyInstance, drop: Drop, withinMs = ARRIVES_WITHIN_MS): void => {
  server.addHook('onRequest', ({ raw }, { raw: answer }, done) => {
    if (hasBody(raw)) {
      const timer = setTimeout(() => {
        if (raw.complete) return;
        if (answer.headersSent) raw.socket.destroy();
        else drop(tooSlow(), raw.socket);
        raw.socket.destroySoon();
      }, withinMs).unref();
      dropping.set(raw, timer);
      for (const end of ['end', 'close'])
        raw.once(end, () => {
          clearTimeout(timer);
        });
    }
    done();
  });
};

/** Gives it as much time again, since something has arrived. */
export const goesOn = (raw: IncomingMessage): void => {
  dropping.get(raw)?.refresh();
};

const tooSlow = (): NodeJS.ErrnoException =>
  Object.assign(new Error('the body did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
