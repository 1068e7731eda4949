import { expect, it } from '@jest/globals';
import { methodsByPath } from './methods.js';

const routes = [
  { method: 'GET', url: '/api/units' },
  { method: ['PUT', 'DELETE'], url: '/api/units/:code' },
  { method: 'PUT', url: '/api/posts/:code/holders/:rosterNumber' },
];
const methodsAt = methodsByPath({ addHook: (_, hook) => routes.map(hook) });

it.each([
  ['/api/units', ['GET']],
  ['/api/units?on=2026-01-01', ['GET']],
  ['/api/units/U01', ['DELETE', 'PUT']],
  ['/api/units/', []],
  ['/api/posts/P/holders/R', ['PUT']],
  ['/api/posts/P/holders', []],
  ['/api/nothing', []],
])('%s takes %j', (url, methods) => {
  expect(methodsAt(url)).toEqual(methods);
});
