import type { Instant } from '@redress/contracts/values';
import { generateSecret, generateURI, verifySync } from 'otplib';

const STEP_S = 30;
/** A clock may be one step off, and nobody types faster than that. */
const TOLERANCE_S = STEP_S;
const SECRET_BYTES = 20;
/** So long an authenticator waits for its first code. */
export const CONFIRMED_WITHIN_MS = 10 * 60_000;
const ISSUER = 'Redress';

/** A secret of 160 bits in base32, as authenticators take it: what RFC 4226 recommends. */
export const newTotpSecret = (): string => generateSecret({ length: SECRET_BYTES });

/** For an authenticator: six digits every thirty seconds, which is all that every one of them knows. */
export const totpAddress = (secret: string, name: string): string =>
  generateURI({ issuer: ISSUER, label: name, secret });

/** Of which step a code is, at most one away from now; undefined when it is of none. */
export const stepOf = (secret: string, code: string, now: Instant): number | undefined => {
  const token = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(Date.parse(now) / 1_000);
  const result = verifySync({ secret, token, epoch, epochTolerance: TOLERANCE_S });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
};
