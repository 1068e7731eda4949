import { expect, it } from '@jest/globals';
import { lifted, versioned } from '../event.js';
import { issueEvents } from './issue.events.js';
import { examples } from './issue.examples.js';

it.each(Object.values(examples))('$type comes back from the store as it went', (event) => {
  const stored = versioned(issueEvents, event);
  expect(lifted(issueEvents, JSON.parse(JSON.stringify(stored)) as typeof stored)).toStrictEqual(stored);
});
