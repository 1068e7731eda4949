import { setTimeout as pause } from 'node:timers/promises';
import type { Api, Asked } from './api.js';
import { Refusal } from './refusal.js';

/** As long as the server waits at most. */
const WAIT_S = 10;
const PATIENCE_MS = 120_000;
/** For a server that answers at once. */
const BETWEEN_MS = 50;

/** What was waited for did not come about. */
export class NotInTime extends Error {
  override readonly name = 'NotInTime';
}

/**
 * Asks until what is asked for is there and is enough; it is the server that waits.
 * @throws NotInTime
 */
export const until = async <Reply extends object>(
  api: Api,
  asked: Asked,
  isEnough: (reply: Reply) => boolean = () => true,
  patienceMs = PATIENCE_MS,
): Promise<Reply> => {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const reply = await api.ask<Reply>({ ...asked, wait: WAIT_S }).catch(unlessNotFound);
    if (reply && isEnough(reply)) return reply;
    if (Date.now() > deadline) throw new NotInTime(`after ${String(patienceMs / 1_000)} s`);
    await pause(BETWEEN_MS);
  }
};

const unlessNotFound = (error: unknown): undefined => {
  if (!(error instanceof Refusal) || error.reason !== 'not-found') throw error;
};
