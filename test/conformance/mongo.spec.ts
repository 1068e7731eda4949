import { afterAll, afterEach, describe } from '@jest/globals';
import { conforms } from '@redress/read-models/read-models.conformance';
import { replicaSet } from './mongo-containers.js';
import { mongoHome } from './mongo-home.js';
import { onServer, serverFor } from './servers.js';

// REDRESS_MONGODB_SET_URL is for whoever has a replica set of several besides.
const servers = [
  ['MongoReadModels on MongoDB', await serverFor('REDRESS_MONGODB_URL', () => replicaSet(1))],
  ['MongoReadModels on three of MongoDB', await serverFor('REDRESS_MONGODB_SET_URL', () => replicaSet(3))],
] as const;

for (const [name, server] of servers)
  onServer(name, server, (url) => {
    const home = mongoHome(url);
    describe(name, () => {
      afterEach(home.close);
      conforms('as any home of read models', home);
    });
  });

afterAll(async () => {
  for (const [, server] of servers) if ('url' in server) await server.stop();
});
