import { expect, it } from '@jest/globals';
import { jsonIn, picked } from './body.js';

it('sends a JSON object and nothing else', () => {
  expect(jsonIn('{"a":1}')).toEqual({ a: 1 });
  for (const text of ['', '{', '[]', 'null', '"a"', '1']) expect(() => jsonIn(text)).toThrow(/JSON/);
});

it('picks values out of an answer', () => {
  const answer = { actor: { unit: 'u1' }, rows: [{ id: 'r1', revision: 3 }] };
  expect(picked(answer, ['actor.unit', 'rows.0.id', 'rows.0.revision'])).toEqual(['u1', 'r1', '3']);
  for (const path of ['actor.post', 'rows.1.id', 'actor.unit.length', 'toString'])
    expect(() => picked(answer, [path])).toThrow(`there is no ${path} in the answer`);
});
