import type { Kind } from './secrets.js';

/** What opens an account, or is on the way there; all of it goes when the account is reset. */
export const OPENING = [
  'password',
  'session',
  'device',
  'totp',
  'totpBegun',
  'passkey',
  'recovery',
  'drawing',
  'invitation',
  'challenge',
] as const satisfies readonly Kind[];

/** All that is somebody's: goes when they are erased. */
export const THEIRS = [...OPENING, 'link'] as const satisfies readonly Kind[];
