import {
  JetStreamApiCodes,
  JetStreamApiError,
  type JetStreamManager,
  StorageType,
  type StreamConfig,
} from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';

/** Every event of every service. A carrier, not the record: the relays fill it again from the stores. */
export const EVENTS = 'EVENTS';
/** Events that a reaction gave up, each with the reason. */
export const DEAD_LETTERS = 'DEAD_LETTERS';

/** Within it the broker drops an event that is published again under the same id. */
const SAME_WITHIN_MS = 300_000;

/** How many servers of a cluster keep what JetStream holds: `REDRESS_NATS_REPLICAS`, 1 unless set. */
export const replicas = (): number => Number(process.env['REDRESS_NATS_REPLICAS'] ?? 1);

/** Makes the streams that are missing, and leaves those that are there as they are. */
export const ensureStreams = async (manager: JetStreamManager): Promise<void> => {
  await ensure(manager, { name: EVENTS, subjects: ['events.>'] });
  await ensure(manager, { name: DEAD_LETTERS, subjects: ['dead.>'] });
};

const ensure = async (
  { streams }: JetStreamManager,
  stream: Pick<StreamConfig, 'name' | 'subjects'>,
): Promise<void> => {
  if (await streams.info(stream.name).catch(orAbsent)) return;
  await streams.add({
    ...stream,
    storage: StorageType.File,
    num_replicas: replicas(),
    duplicate_window: nanos(SAME_WITHIN_MS),
  });
};

const ABSENT: readonly number[] = [JetStreamApiCodes.StreamNotFound, JetStreamApiCodes.ConsumerNotFound];

/** For `catch`: undefined when what was asked for does not exist; other errors are thrown again. */
export const orAbsent = (error: unknown): undefined => {
  if (!(error instanceof JetStreamApiError) || !ABSENT.includes(error.code)) throw error;
};
