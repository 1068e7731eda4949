import { expect, it } from '@jest/globals';
import { Seal } from './seal.js';

const seal = new Seal('a secret of more than thirty-two characters');

it('opens what it sealed, each time otherwise', () => {
  const [one, two] = [seal.sealed('机密'), seal.sealed('机密')];
  expect(one).not.toBe(two);
  expect([seal.opened(one), seal.opened(two)]).toEqual(['机密', '机密']);
});

it('opens nothing that another sealed, or that was changed', () => {
  const sealed = seal.sealed('机密');
  const other = new Seal('another secret of more than thirty-two characters');
  expect(() => other.opened(sealed)).toThrow();
  const changed = Buffer.from(sealed, 'base64url');
  changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
  expect(() => seal.opened(changed.toString('base64url'))).toThrow();
  expect(() => new Seal('short')).toThrow('REDRESS_IDENTITY_KEY');
});

it('draws the same of the same text, and something else with another key', () => {
  const other = new Seal('another secret of more than thirty-two characters');
  expect(seal.drawn('a text')).toEqual(seal.drawn('a text'));
  expect(seal.drawn('a text')).not.toEqual(seal.drawn('another text'));
  expect(seal.drawn('a text')).not.toEqual(other.drawn('a text'));
});
