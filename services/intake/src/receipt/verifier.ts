import { hash, verify } from '@node-rs/argon2';
import type { Opinion } from '../opinion/opinion.js';
import { type Receipt, verifierIn } from './receipt-code.js';

/**
 * Argon2id at little cost, on purpose: what is hashed has 100 random bits, which nobody searches through however fast
 * a trial is, and whoever has no receipt must not be able to keep this service busy with wrong ones.
 */
// Argon2id is what the library uses unless told otherwise.
const COST = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };

/** What the log holds of a receipt. */
export const keptOf = (receipt: Receipt): Promise<string> => hash(verifierIn(receipt) ?? receipt, COST);

/** Whether this is the receipt of an opinion that was found by it. */
export const isReceiptOf = async (receipt: Receipt, opinion: Opinion): Promise<boolean> => {
  if (opinion.status === 'unsent') return false;
  const verifier = verifierIn(receipt);
  if (verifier === undefined || opinion.receipt === undefined) return verifier === opinion.receipt;
  return verify(opinion.receipt, verifier);
};
