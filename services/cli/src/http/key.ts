import { createHash } from 'node:crypto';

/** An `Idempotency-Key` made of what is sent: the same content is a repeat, other content is not. */
export const keyOf = (content: unknown): string =>
  `redress-${createHash('sha256').update(JSON.stringify(content)).digest('hex')}`;
