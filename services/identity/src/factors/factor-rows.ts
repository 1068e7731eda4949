import type { FactorRow } from '@redress/contracts/identity/enrolment';
import type { FactorId, PersonId } from '@redress/contracts/values';
import type { Account } from '../account/account.js';
import type { Secrets } from '../secrets/secrets.js';

type Found = { readonly id: string; readonly row: FactorRow };

/** What is kept of somebody's second factors: of those that the log knows as well. */
export const factorRowsOf = async (
  secrets: Secrets,
  person: PersonId,
  { factors }: Account,
): Promise<readonly Found[]> => {
  const totps = (await secrets.ofPerson('totp', person)).map(
    ({ id, value: { name, enrolledAt, usedAt } }): Found => ({
      id,
      row: { factorId: id as FactorId, kind: 'totp', name, enrolledAt, ...(usedAt && { usedAt }) },
    }),
  );
  const passkeys = (await secrets.ofPerson('passkey', person)).map(
    ({ id, value: { factorId, name, enrolledAt, usedAt } }): Found => ({
      id,
      row: { factorId, kind: 'passkey', name, enrolledAt, ...(usedAt && { usedAt }) },
    }),
  );
  return [...totps, ...passkeys].filter(({ row }) => row.factorId in factors);
};
