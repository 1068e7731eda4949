import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** Whether nobody listens there; throws what else is wrong with the address. */
export const isFree = async (port, host) => {
  const server = createServer().listen({ port, host, exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
};

/**
 * A free port on loopback that depends on the name: the same one every time unless it is taken. It lies below the
 * range from which the system picks ports for outgoing connections: a client that keeps trying to reach a stopped
 * server there could else be connected with itself and keep the port.
 */
export const freePortFor = async (name) => {
  const hash = createHash('sha256').update(name).digest().readUInt16BE();
  for (let port = FIRST + (hash % COUNT); ; port = FIRST + ((port + 1 - FIRST) % COUNT))
    if (await isFree(port, '127.0.0.1')) return port;
};

const FIRST = 14_222;
const COUNT = 10_000;
