import { afterAll, beforeAll } from '@jest/globals';
import { keepsCheckpoints } from '@redress/eventsourcing/checkpoints.conformance';
import { conforms } from '@redress/eventsourcing/event-store.conformance';
import { eventually } from '@redress/messaging/nats-server.testing';
import { kurrentContainer } from './kurrent-container.js';
import { kurrentHome } from './kurrent-home.js';
import { onServer, serverFor } from './servers.js';

/** A server may be slow, and a log that others write to as well long; what is tested here is not how fast it is. */
const PATIENCE = { callMs: 15_000, appendMs: 30_000, silenceMs: 20_000, sliceMs: 50_000 };
const READY_WITHIN_MS = 55_000;

const server = await serverFor('REDRESS_KURRENTDB_URL', kurrentContainer);

onServer('KurrentEventStore on KurrentDB', server, (url) => {
  const home = kurrentHome(url, PATIENCE);
  // One that was just started has nobody yet who leads.
  beforeAll(() => eventually(() => home.isReady(), READY_WITHIN_MS));
  afterAll(home.close);
  conforms('KurrentEventStore on KurrentDB', home);
  keepsCheckpoints('KurrentCheckpoints on KurrentDB', home.checkpoints);
});

afterAll(async () => {
  if ('url' in server) await server.stop();
});
