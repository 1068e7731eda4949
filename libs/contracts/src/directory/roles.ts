import type { Role } from '../envelope.js';

/** In which role the holder of a post may act. The system is nobody's post. */
export const POST_ROLES = [
  'submitter',
  'unit',
  'office',
  'inspection',
  'leading-group',
  'auditor',
  'operator',
] as const satisfies readonly Role[];
export type PostRole = (typeof POST_ROLES)[number];
