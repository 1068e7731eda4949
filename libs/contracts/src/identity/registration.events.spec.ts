import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { registrationEvents } from './registration.events.js';
import { registrationExamples } from './registration.examples.js';

it.each(Object.values(registrationExamples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(registrationEvents, event);
  expect(lifted(registrationEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(
    stored,
  );
});
