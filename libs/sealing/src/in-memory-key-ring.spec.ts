import { InMemoryKeyRing } from './in-memory-key-ring.js';
import { keepsKeys } from './key-ring.conformance.js';

keepsKeys(
  () => Promise.resolve(new InMemoryKeyRing()),
  () => Promise.resolve(),
);
