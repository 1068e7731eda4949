import type { Grants } from '../policy.js';
import { query, READERS, STAFF } from './groups.js';

export const AUDIT: Grants = {
  'audit.find-case-history': query(READERS),
  'audit.list-events': query({ auditor: 'everything' }),
  // Numbers only.
  'audit.status': query(STAFF),
};
