import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { opinionEvents } from './opinion.events.js';
import { examples } from './opinion.examples.js';

it.each(Object.values(examples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(opinionEvents, event);
  expect(lifted(opinionEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
});
