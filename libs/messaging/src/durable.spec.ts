import { afterEach, expect, it } from '@jest/globals';
import type { JetStreamManager } from '@nats-io/jetstream';
import { dropConsumersAhead } from './durable.js';

/** A broker of which one consumer has no leader: the list of all of them never comes. */
const stalled = {
  streams: { info: () => Promise.resolve({ state: { last_seq: 5 } }) },
  consumers: {
    list: () => ({
      async *[Symbol.asyncIterator]() {
        await Promise.reject(new Error('timeout'));
        yield undefined;
      },
    }),
  },
} as unknown as JetStreamManager;

afterEach(() => {
  delete process.env['REDRESS_NATS_REPLICAS'];
});

it('keeps no relay of a cluster waiting for a consumer that has no leader', async () => {
  process.env['REDRESS_NATS_REPLICAS'] = '3';
  await dropConsumersAhead(stalled);
});

it('publishes nothing to a server by itself before its consumers were looked at', async () => {
  await expect(dropConsumersAhead(stalled)).rejects.toThrow('timeout');
});
