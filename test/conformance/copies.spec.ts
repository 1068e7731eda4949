import { afterAll } from '@jest/globals';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { MongoDouble } from './doubles/mongo-double.js';

// Copies that share servers instead of a file: on those that are set, else on doubles.
const log = process.env['REDRESS_KURRENTDB_URL'] ? undefined : await KurrentDouble.start();
const rows = process.env['REDRESS_MONGODB_URL'] ? undefined : await MongoDouble.start({ isReplicaSet: true });
process.env['REDRESS_EVENTS'] = 'kurrentdb';
process.env['REDRESS_KURRENTDB_URL'] ??= log?.url;
process.env['REDRESS_ROWS'] = 'mongodb';
process.env['REDRESS_MONGODB_URL'] ??= rows?.url;

await import('../faults/copies.spec.js');

afterAll(async () => {
  log?.stop();
  await rows?.stop();
});
