import { secretOf } from '@redress/hosting/kept-text';

const LEAST_CHARACTERS = 32;

/**
 * The secret of which receipts are drawn: the one given, or else the service's own, `<REDRESS_DATA>/intake.secret`.
 * Without it no receipt is lost; only a retry is answered with another one.
 * @throws Error when it is too short to be a secret.
 */
export const receiptSecret = async (given: string | undefined): Promise<string> => {
  const secret = given ?? (await secretOf('intake'));
  if (secret.length < LEAST_CHARACTERS)
    throw new Error(
      `${given === undefined ? 'intake.secret' : 'REDRESS_RECEIPT_SECRET'} must hold at least ${String(LEAST_CHARACTERS)} characters`,
    );
  return secret;
};
