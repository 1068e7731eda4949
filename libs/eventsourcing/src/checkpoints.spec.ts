import { InMemoryCheckpoints } from './checkpoints.js';
import { keepsCheckpoints } from './checkpoints.conformance.js';

keepsCheckpoints('InMemoryCheckpoints', {
  open: () => new InMemoryCheckpoints(),
  another: (checkpoints) => checkpoints,
});
