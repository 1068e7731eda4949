import { createHmac } from 'node:crypto';
import type { PersonId } from '@redress/contracts/values';
import { type Receipt, RECEIPT_BYTES, receiptOf } from './receipt-code.js';

/** Draws receipts: the same sender with the same key draws the same one, and nobody without the secret can. */
export class Receipts {
  constructor(private readonly secret: string) {}

  draw(sender: PersonId | undefined, key: string): Receipt {
    const drawn = createHmac('sha256', this.secret).update(JSON.stringify([sender ?? null, key]));
    return receiptOf(drawn.digest().subarray(0, RECEIPT_BYTES));
  }
}
