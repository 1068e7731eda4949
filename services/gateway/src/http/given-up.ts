import type { Socket } from 'node:net';

/**
 * Connections on which something came that another server might read otherwise. What follows on them may be the rest of that, or what
 * somebody hid in it: it is neither done nor answered.
 */
const givenUp = new WeakSet<Socket>();

export const giveUp = (socket: Socket): void => {
  givenUp.add(socket);
};

export const isGivenUp = (socket: Socket): boolean => givenUp.has(socket);
