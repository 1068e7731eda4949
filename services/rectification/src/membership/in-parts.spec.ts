import { expect, it } from '@jest/globals';
import { inParts } from './in-parts.js';

it.each<[readonly string[], readonly (readonly string[])[]]>([
  [[], []],
  [['a'], [['a']]],
  [['a', 'b'], [['a', 'b']]],
  [
    ['a', 'b', 'c', 'd', 'e'],
    [['a', 'b'], ['c', 'd'], ['e']],
  ],
])('%j are asked about two at a time, in their order', (units, parts) => {
  expect(inParts(units, 2)).toEqual(parts);
});
