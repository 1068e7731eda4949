import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@redress/contracts/values';
import { assert, constantFrom, property, string, tuple, uint8Array, uuid } from 'fast-check';
import { opinionIdOf, receiptIn, receiptOf, RECEIPT_BYTES, shown, verifierIn } from './receipt-code.js';
import { Receipts } from './receipts.js';

const GROUPED = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){7}$/;
const UUID_8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const receipts = new Receipts('a secret of at least 32 characters');
const bytes = uint8Array({ minLength: RECEIPT_BYTES, maxLength: RECEIPT_BYTES });
const person = uuid().map((id) => id as PersonId);

describe('a receipt', () => {
  it('is Crockford base32 in groups', () => {
    expect(shown(receiptOf(new Uint8Array(RECEIPT_BYTES)))).toBe(Array(8).fill('0000').join('-'));
    expect(shown(receiptOf(new Uint8Array(RECEIPT_BYTES).fill(255)))).toBe(Array(8).fill('ZZZZ').join('-'));
    const counting = Uint8Array.from({ length: RECEIPT_BYTES }, (_, index) => index);
    expect(shown(receiptOf(counting))).toBe('000G-40R4-0M30-E209-185G-R38E-1W81-24GK');
    expect(() => receiptOf(new Uint8Array(RECEIPT_BYTES + 1))).toThrow(RangeError);
  });

  it('is well formed for any sender and key, and is read as it was shown', () => {
    assert(
      property(tuple(constantFrom(undefined, 'one' as PersonId), string()), ([sender, key]) => {
        const receipt = receipts.draw(sender, key);
        expect(shown(receipt)).toMatch(GROUPED);
        expect(receiptIn(shown(receipt))).toBe(receipt);
        expect(opinionIdOf(receipt)).toMatch(UUID_8);
      }),
    );
  });

  it('of before is read as it was, and leads where it led', () => {
    const old = receiptOf(Uint8Array.from({ length: 15 }, (_, index) => index));
    expect(shown(old)).toBe('000G-40R4-0M30-E209-185G-R38E');
    expect(receiptIn(shown(old))).toBe(old);
    expect(verifierIn(old)).toBeUndefined();
    expect(opinionIdOf(old)).not.toBe(opinionIdOf(`${old}00000000` as typeof old));
  });

  it('is found by its first 12 characters, and proved by the others', () => {
    const receipt = receipts.draw(undefined, 'key');
    expect(verifierIn(receipt)).toBe(receipt.slice(12));
    const [found, proved] = [receipt.slice(0, 12), receipt.slice(12)];
    expect(opinionIdOf(`${found}${'0'.repeat(20)}` as typeof receipt)).toBe(opinionIdOf(receipt));
    expect(opinionIdOf(`${'0'.repeat(12)}${proved}` as typeof receipt)).not.toBe(opinionIdOf(receipt));
  });

  it('is the same for the same sender and key, and another for any other', () => {
    assert(
      property(person, person, string(), string(), (one, other, key, otherKey) => {
        expect(receipts.draw(one, key)).toBe(receipts.draw(one, key));
        expect(receipts.draw(undefined, key)).not.toBe(receipts.draw(one, key));
        if (one !== other) expect(receipts.draw(one, key)).not.toBe(receipts.draw(other, key));
        if (key !== otherKey) expect(receipts.draw(one, key)).not.toBe(receipts.draw(one, otherKey));
      }),
    );
  });

  it('is another under another secret', () => {
    const others = new Receipts('another secret of at least 32 characters');
    expect(others.draw(undefined, 'key')).not.toBe(receipts.draw(undefined, 'key'));
  });

  it('is read in lower case, without hyphens, with spaces, and with letters that look like digits', () => {
    assert(
      property(bytes, (some) => {
        const receipt = receiptOf(some);
        const typed = shown(receipt).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
        expect(receiptIn(typed)).toBe(receipt);
        expect(receiptIn(` ${receipt.replaceAll('1', 'i').replaceAll('0', 'O')} `)).toBe(receipt);
        expect(receiptIn(shown(receipt).replaceAll('-', ' '))).toBe(receipt);
      }),
    );
  });

  it('names another opinion than any that is found otherwise', () => {
    assert(
      property(bytes, bytes, (one, other) => {
        const [a, b] = [receiptOf(one), receiptOf(other)];
        expect(opinionIdOf(a) === opinionIdOf(b)).toBe(a.slice(0, 12) === b.slice(0, 12));
      }),
    );
  });
});

it.each([
  ['nothing', ''],
  ['a digit less', '0000-0000-0000-0000-0000-000'],
  ['a digit more', '0000-0000-0000-0000-0000-0000-0'],
  ['a digit less than now', '0000-0000-0000-0000-0000-0000-0000-000'],
  ['a digit more than now', '0000-0000-0000-0000-0000-0000-0000-0000-0'],
  ['a letter that is no digit', 'UUUU-0000-0000-0000-0000-0000'],
  ['another alphabet', '００００-0000-0000-0000-0000-0000'],
])('takes %s for no receipt', (_, written) => {
  expect(receiptIn(written)).toBeUndefined();
});
