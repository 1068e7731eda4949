import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { policyEvents } from './policy.events.js';
import { policyExamples } from './policy.examples.js';

it.each(Object.values(policyExamples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(policyEvents, event);
  expect(lifted(policyEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
});
