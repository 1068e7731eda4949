/**
 * What a key may be confined to, for a machine that does one thing. It never lets do more than the post does; what each of them
 * reaches is in `libs/authorisation/src/scopes.ts` and in docs/who-may-do-what.md. A key without any does whatever its post may.
 */
export const SCOPES = [
  'read',
  'organisation',
  'organisation:read',
  'scim',
  'opinions',
  'opinions:read',
  'opinions:submit',
  'ledger',
  'ledger:read',
  'evidence',
  'inspection',
  'inspection:read',
  'audit',
  'status',
  'rotation',
] as const;
export type Scope = (typeof SCOPES)[number];
