import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { upkeepEvents } from './upkeep.events.js';
import { upkeepExamples } from './upkeep.examples.js';

it.each(Object.values(upkeepExamples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(upkeepEvents, event);
  expect(lifted(upkeepEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
});
