import { expect, it } from '@jest/globals';
import { isNoneOfTheDocs } from './docs-files.js';

it.each([
  '/api/docs/package.json',
  '/api/docs/swagger-ui.js.map',
  '/api/docs/x/swagger-ui.css',
  '/api/docs/index.html',
])('%s is none of the files of the page', (url) => {
  expect(isNoneOfTheDocs(url)).toBe(true);
});

it.each([
  '/api/docs',
  '/api/docs/',
  '/api/docs/?x',
  '/api/docs/swagger-ui.css',
  '/api/docs/swagger-ui-init.js?v=1',
  '/api/tasks',
])('%s may be', (url) => {
  expect(isNoneOfTheDocs(url)).toBe(false);
});
