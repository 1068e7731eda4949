import type { SessionRow } from '@redress/contracts/identity/sessions';
import type { PersonId } from '@redress/contracts/values';
import type { Secrets } from '../secrets/secrets.js';

/** Where somebody is signed in; the last that began first. */
export const sessionRowsOf = async (secrets: Secrets, person: PersonId): Promise<SessionRow[]> => {
  const all = await secrets.ofPerson('session', person);
  const rows = all.map(({ value: { sessionId, isComplete, by, beganAt, usedAt }, expiresAt = usedAt }) => ({
    ...{ sessionId, isComplete, by, beganAt, usedAt, expiresAt },
  }));
  return rows.toSorted((a, b) => (a.beganAt < b.beganAt ? 1 : -1));
};
