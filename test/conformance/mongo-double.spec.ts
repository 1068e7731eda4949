import { afterAll, afterEach, describe } from '@jest/globals';
import { conforms } from '@redress/read-models/read-models.conformance';
import { MongoDouble } from './doubles/mongo-double.js';
import { mongoHome } from './mongo-home.js';

for (const [name, isReplicaSet] of [
  ['MongoReadModels on a double of a replica set', true],
  ['MongoReadModels on a double of a server by itself', false],
] as const) {
  const double = await MongoDouble.start({ isReplicaSet });
  const home = mongoHome(double.url);
  describe(name, () => {
    afterEach(home.close);
    afterAll(() => double.stop());
    conforms('as any home of read models', home);
  });
}
