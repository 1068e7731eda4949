import { expect } from '@jest/globals';
import type { Answer } from '../journeys/caller.js';

/** A refusal as it must be, and with nothing more in it than a problem has. */
export const refused = (status: number, type: string, more: object = {}): unknown =>
  expect.objectContaining({
    status,
    body: {
      type: `/problems/${type}`,
      status,
      title: expect.any(String),
      instance: expect.stringMatching(/^\/requests\/[\w.-]+$/),
      ...more,
    },
  });

const SAYS_WHEN = ['date', 'x-request-id'];

/** What of an answer could tell one case from another. */
export const toldBy = ({ status, headers, body }: Answer): unknown => ({
  status,
  headers: [...headers].filter(([name]) => !SAYS_WHEN.includes(name)).toSorted(),
  body: { ...body, instance: 'another each time' },
});
