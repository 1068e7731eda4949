import { afterAll } from '@jest/globals';
import { keepsCheckpoints } from '@redress/eventsourcing/checkpoints.conformance';
import { conforms } from '@redress/eventsourcing/event-store.conformance';
import { kurrentContainer } from './kurrent-container.js';
import { kurrentHome } from './kurrent-home.js';
import { onServer, serverFor } from './servers.js';

const server = await serverFor('REDRESS_KURRENTDB_URL', kurrentContainer);

onServer('KurrentEventStore on KurrentDB', server, (url) => {
  const home = kurrentHome(url);
  afterAll(home.close);
  conforms('KurrentEventStore on KurrentDB', home);
  keepsCheckpoints('KurrentCheckpoints on KurrentDB', home.checkpoints);
});

afterAll(async () => {
  if ('url' in server) await server.stop();
});
