import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { accountEvents } from './account.events.js';
import { accountExamples } from './account.examples.js';

it.each(Object.values(accountExamples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(accountEvents, event);
  expect(lifted(accountEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
});
