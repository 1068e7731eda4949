import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Keeps room for whoever really asks something: at so many connections, that goes which has waited longest without a request of its
 * own being answered. One that is being answered stays; when all are, whoever comes then is turned away.
 */
export const keepRoom = (server: Server, most: number): void => {
  /** Those on which nothing is being answered, the one that waits longest first. */
  const waiting = new Set<Socket>();
  const answering = new Map<Socket, number>();

  server.on('connection', (socket) => {
    waiting.add(socket);
    socket.once('close', () => {
      waiting.delete(socket);
      answering.delete(socket);
    });
    if (waiting.size + answering.size <= most) return;
    const [longest] = waiting;
    longest?.destroy();
  });

  server.on('request', ({ socket }, answer) => {
    waiting.delete(socket);
    answering.set(socket, (answering.get(socket) ?? 0) + 1);
    answer.once('close', () => {
      const left = (answering.get(socket) ?? 0) - 1;
      if (left > 0) answering.set(socket, left);
      else if (answering.delete(socket) && !socket.destroyed) waiting.add(socket);
    });
  });
};
