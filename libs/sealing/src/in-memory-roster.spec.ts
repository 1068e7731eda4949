import { describe } from '@jest/globals';
import { InMemoryRoster } from './in-memory-roster.js';
import { keepsNumbers } from './roster.conformance.js';

describe('a roster in memory', () => {
  keepsNumbers(() => Promise.resolve(new InMemoryRoster()));
});
