import { expect, it } from '@jest/globals';
import { submitted } from '@redress/contracts/intake/opinion.examples';
import { standing } from '../opinion/histories.examples.js';
import { receiptOf } from './receipt-code.js';
import { isReceiptOf, keptOf } from './verifier.js';

const receipt = receiptOf(new Uint8Array(20).fill(7));
// Found by the same, proved by something else.
const forged = receiptOf(new Uint8Array(20).fill(7).fill(8, 8));
const old = receiptOf(new Uint8Array(15).fill(7));

it('keeps an argon2id hash, another each time, and nothing of the receipt', async () => {
  const kept = [await keptOf(receipt), await keptOf(receipt)];
  expect(kept[0]).toMatch(/^\$argon2id\$/);
  expect(kept[0]).not.toBe(kept[1]);
  for (const text of kept) expect(text).not.toContain(receipt.slice(12));
});

it('is proved by the whole receipt alone', async () => {
  const opinion = standing({ ...submitted, data: { ...submitted.data, receipt: await keptOf(receipt) } });
  expect(await isReceiptOf(receipt, opinion)).toBe(true);
  expect(forged.slice(0, 12)).toBe(receipt.slice(0, 12));
  expect(await isReceiptOf(forged, opinion)).toBe(false);
  expect(await isReceiptOf(old, opinion)).toBe(false);
});

it('is proved as ever by one of before, for an opinion of before', async () => {
  expect(await isReceiptOf(old, standing(submitted))).toBe(true);
  expect(await isReceiptOf(receipt, standing(submitted))).toBe(false);
  expect(await isReceiptOf(old, standing())).toBe(false);
});
