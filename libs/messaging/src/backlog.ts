import type { JetStreamManager } from '@nats-io/jetstream';
import { deadLettersOf } from './dead-letters.js';
import { type Durable, durableName } from './durable.js';
import { DEAD_LETTERS, EVENTS, orAbsent } from './streams.js';

/** How many events wait for a consumer or are being worked on, and how many it gave up. Absent while not known. */
export type Backlog = {
  readonly pending?: number;
  readonly deadLetters?: number;
  /** Rises with each event that is done. */
  readonly done?: number;
};

export const backlogOf = async (
  { consumers, streams }: JetStreamManager,
  durable: Pick<Durable, 'service' | 'name'>,
): Promise<Backlog> => {
  const subject = deadLettersOf(durable);
  const [consumer, letters] = await Promise.all([
    consumers.info(EVENTS, durableName(durable)).catch(orAbsent),
    streams.info(DEAD_LETTERS, { subjects_filter: subject }).catch(orAbsent),
  ]);
  return {
    ...(consumer
      ? { pending: consumer.num_pending + consumer.num_ack_pending, done: consumer.ack_floor.stream_seq }
      : {}),
    ...(letters ? { deadLetters: letters.state.subjects?.[subject] ?? 0 } : {}),
  };
};
