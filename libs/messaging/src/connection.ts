import { connect, type NatsConnection } from '@nats-io/transport-node';
import { natsOptions } from './nats-options.js';

/** The broker went away, or the work over its connection was found to be unable to go on. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/**
 * Works over a connection of its own that is not mended: what was sent before a break and what is sent after it could
 * otherwise arrive in another order, with a gap. The signal that the work gets aborts with the connection too; the
 * work then throws, and whoever called begins anew from what is known to be done.
 */
export const overConnection = async (
  work: (connection: NatsConnection, signal: AbortSignal) => Promise<void>,
  stop: AbortSignal,
  url?: string,
): Promise<void> => {
  const options = { ...natsOptions(url), reconnect: false, waitOnFirstConnect: false };
  const connection = await connect(options);
  const lost = new AbortController();
  void connection.closed().then((cause) => {
    lost.abort(new ConnectionLost('the connection to the broker is closed', { cause }));
  });
  try {
    await work(connection, AbortSignal.any([stop, lost.signal]));
    if (!stop.aborted) lost.signal.throwIfAborted();
  } catch (error) {
    throw lost.signal.aborted ? lost.signal.reason : error;
  } finally {
    await connection.close();
  }
};
