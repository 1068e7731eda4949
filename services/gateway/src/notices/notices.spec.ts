import { describe, expect, it } from '@jest/globals';
import { object, objectionId } from '@redress/contracts/rectification/aftermath.examples';
import { lead } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import { routesOf } from '../tasks/routes.examples.js';
import { NoticesController } from './notices.controller.js';

const { listening, call } = routesOf(NoticesController);
const anybody = { role: 'submitter' };
const url = `/notices/${taskId}/objections/${objectionId}`;
const { text } = object;

describe('anybody, without a token', () => {
  it.each([
    ['/notices?text=%E6%A5%BC%E6%A2%AF&limit=10', 'read-notices', { text: '楼梯', limit: 10 }],
    [`/notices/${taskId}?atLeast=7`, 'read-notice', { taskId, atLeast: '7' }],
    [url, 'read-objection', { taskId, objectionId }],
  ])('looks at %s', async (path, query, body) => {
    listening.answer = { id: taskId };
    const response = await call('GET', path, undefined, '');
    expect([response.statusCode, response.json()]).toEqual([200, { id: taskId }]);
    expect(listening.asked).toEqual([{ subject: `rectification.${query}`, body, actor: anybody }]);
  });

  it('objects, and is answered with where it was written', async () => {
    const response = await call('PUT', url, { text }, '');
    expect([response.statusCode, response.json()]).toEqual([200, { revision: 3, position: '7' }]);
    expect(listening.asked).toEqual([
      { subject: 'rectification.raise-objection', body: object, actor: anybody },
    ]);
  });

  it('finds nothing where there is nothing', async () => {
    listening.answer = { rejected: 'not-found' };
    for (const path of [`/notices/${taskId}`, url])
      expect((await call('GET', path, undefined, '')).statusCode).toBe(404);
  });
});

it('a token that is sent says who acts, and must be valid', async () => {
  await call('PUT', url, { text });
  expect(listening.asked).toMatchObject([{ actor: lead }]);
  expect((await call('PUT', url, { text }, 'forged')).statusCode).toBe(401);
});

it('an objection with a field too many or too few, or another id than a UUID, is refused', async () => {
  for (const wrong of [{ text, name: 'Li' }, { text, upheld: true }, { text: '' }, {}])
    expect((await call('PUT', url, wrong, '')).statusCode).toBe(400);
  expect((await call('PUT', `${url}7`, { text }, '')).statusCode).toBe(400);
  expect((await call('PUT', url, { text: 'x'.repeat(2_001) }, '')).statusCode).toBe(400);
  expect((await call('GET', '/notices?status=over', undefined, '')).statusCode).toBe(400);
  expect(listening.asked).toEqual([]);
});

it.each([
  ['no-such-notice', 404, 'Nothing of this task is on public notice'],
  ['notice-is-over', 409, 'The last day of the public notice has passed'],
  ['notice-is-full', 409, expect.stringContaining('please send an opinion instead')],
  ['objection-id-is-taken', 409, 'Another objection was raised under this id'],
])('%s is a problem with status %i', async (rejected, status, title) => {
  listening.answer = { rejected };
  const response = await call('PUT', url, { text }, '');
  expect(response.statusCode).toBe(status);
  expect(response.json()).toMatchObject({ type: `/problems/${rejected}`, status, title });
});
