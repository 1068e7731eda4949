import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { hasBody } from './arrival.js';

const arrivingOn = new WeakMap<Socket, Set<Socket>>();

/** Whoever sends what arrives there may: that it takes its time is no reason to hang up. */
export const mayTakeItsTime = (socket: Socket): void => {
  arrivingOn.get(socket)?.delete(socket);
};

/**
 * Keeps room for whoever really asks something: at so many connections, that goes which has waited longest without a request of its
 * own being answered, and when there is none, that of which the body is longest on its way. One that is being answered stays; when
 * all are, whoever comes then is turned away.
 */
export const keepRoom = (server: Server, most: number): void => {
  /** Those on which nothing is being answered, the one that waits longest first. */
  const waiting = new Set<Socket>();
  const answering = new Map<Socket, number>();
  /** Those of the latter of whose request not all is there, the longest first. */
  const arriving = new Set<Socket>();

  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => {
      waiting.delete(socket);
      answering.delete(socket);
      arriving.delete(socket);
    });
    if (waiting.size + answering.size <= most) return;
    const [longest] = waiting.size > 1 || arriving.size === 0 ? waiting : arriving;
    longest?.destroy();
  });

  server.on('request', (request, answer) => {
    const { socket } = request;
    waiting.delete(socket);
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    if (hasBody(request)) {
      arriving.add(socket);
      arrivingOn.set(socket, arriving);
      request.once('end', () => arriving.delete(socket));
    }
    answer.once('close', () => {
      arriving.delete(socket);
      const left = (answering.get(socket) ?? 0) - 1;
      if (left > 0) answering.set(socket, left);
      else if (answering.delete(socket) && !socket.destroyed) waiting.add(socket);
    });
  });
};
