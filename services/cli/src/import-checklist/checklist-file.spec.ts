import { expect, it } from '@jest/globals';
import { checklistIn } from './checklist-file.js';

it('reads a checklist and leaves its content as it is', () => {
  const content = { title: { en: 'Kitchens', zh: '食堂' }, sections: [{ odd: true }] };
  const text = JSON.stringify({ code: 'kitchens', ...content });
  expect(checklistIn('x.json', text)).toEqual({ code: 'kitchens', title: 'Kitchens', content });
  expect(checklistIn('x.json', '{"code":"kitchens"}')).toEqual({
    code: 'kitchens',
    title: 'kitchens',
    content: {},
  });
});

it.each([
  ['{"code":', /^x\.json is no JSON: /],
  ['[]', /^x\.json is no JSON object$/],
  ['null', /^x\.json is no JSON object$/],
  ['{"title":{"en":"Kitchens"}}', /^x\.json has no "code"$/],
  ['{"code":" "}', /^x\.json has no "code"$/],
  ['{"code":7}', /^x\.json has no "code"$/],
])('says what is wrong with %s', (text, message) => {
  expect(() => checklistIn('x.json', text)).toThrow(message);
});
