import type { PersonId } from '@redress/contracts/values';
import type { Call } from './caller.js';

/** Under which id the directory knows who has a roster number; undefined for nobody. */
export const personWith = async (
  call: Call,
  token: string,
  rosterNumber: string,
): Promise<PersonId | undefined> => {
  const { body } = await call('GET', `/api/people/${encodeURIComponent(rosterNumber)}`, { token });
  return body['person'] as PersonId | undefined;
};
