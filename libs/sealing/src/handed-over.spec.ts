import { expect, it } from '@jest/globals';
import { handedOver, Receiver } from './handed-over.js';

it('is read by its receiver, and by no other', () => {
  const [receiver, other] = [new Receiver(), new Receiver()];
  const secret = Buffer.from('what nobody on the way may see');
  const handed = handedOver(receiver.address, secret);
  expect(Buffer.from(handed.bytes, 'base64').includes(secret)).toBe(false);
  expect(receiver.receive(handed)).toEqual(secret);
  expect(() => other.receive(handed)).toThrow();
  expect(() => receiver.receive({ ...handed, from: other.address })).toThrow();
});
