import { expect, it } from '@jest/globals';
import { Api } from './api.js';
import { says, withServer } from './server.examples.js';
import { NotInTime, until } from './until.js';

const isTold = ({ status }: { status: string }): boolean => status === 'told';

it('asks until it is there and enough, and lets the server wait', async () => {
  const waits: unknown[] = [];
  const reply = await withServer(
    ({ headers }, response, count) => {
      waits.push(headers['prefer']);
      if (count === 0) says(response, 404, { type: '/problems/not-found' });
      else says(response, 200, { status: count === 1 ? 'listed' : 'told' });
    },
    (url) => until(new Api(url), { path: '/receipts/x' }, isTold),
  );
  expect(reply).toEqual({ status: 'told' });
  expect(waits).toEqual(['wait=10', 'wait=10', 'wait=10']);
});

it.each([
  [404, { type: '/problems/not-found' }],
  [200, { status: 'listed' }],
])('ends when that takes too long: %i', async (status, body) => {
  const waiting = withServer(
    (_, response) => {
      says(response, status, body);
    },
    (url) => until(new Api(url), { path: '/receipts/x' }, isTold, 60),
  );
  await expect(waiting).rejects.toThrow(NotInTime);
});

it('takes any other refusal for what it is', async () => {
  const refused = withServer(
    (_, response) => {
      says(response, 403, { type: '/problems/not-the-office', title: 'Only the office may do this' });
    },
    (url) => until(new Api(url), { path: '/tasks/x' }),
  );
  await expect(refused).rejects.toThrow('Only the office may do this');
});
