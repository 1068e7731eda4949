import { randomUUID } from 'node:crypto';
import { afterAll } from '@jest/globals';
import { SERVICES } from '@redress/operations/engine';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { MongoDouble } from './doubles/mongo-double.js';
import { forget } from './mongo-home.js';

// The system as it is used, with its events in KurrentDB and its rows in MongoDB: on servers where some are set, else on doubles.
const log = process.env['REDRESS_KURRENTDB_URL'] ? undefined : await KurrentDouble.start();
const rows = process.env['REDRESS_MONGODB_URL'] ? undefined : await MongoDouble.start({ isReplicaSet: true });
const run = randomUUID().slice(0, 8);
process.env['REDRESS_EVENTS'] = 'kurrentdb';
process.env['REDRESS_KURRENTDB_URL'] ??= log?.url;
process.env['REDRESS_KURRENTDB_PREFIX'] = `redress-test-${run}`;
process.env['REDRESS_ROWS'] = 'mongodb';
process.env['REDRESS_MONGODB_URL'] ??= rows?.url;
process.env['REDRESS_MONGODB_PREFIX'] = `redress_test_${run}`;

await import('../journeys/merged-and-split.spec.js');

afterAll(async () => {
  log?.stop();
  if (!rows)
    await forget(process.env['REDRESS_MONGODB_URL'] ?? '', `redress_test_${run}`, [...SERVICES, 'audit']);
  await rows?.stop();
});
