import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { Trouble } from '../trouble.js';
import { Api } from './api.js';
import { Refusal } from './refusal.js';
import { says, withServer } from './server.examples.js';

const ask = {
  method: 'PUT',
  path: '/tasks/1',
  token: 't',
  key: 'k',
  happenedAt: 'h',
  wait: 3,
  body: { a: 1 },
} as const;

describe('a request', () => {
  it('says who acts, which request it is, when it happened and how long to wait', async () => {
    let seen: { url: string | undefined; headers: IncomingHttpHeaders } | undefined;
    await withServer(
      ({ url, headers }, response) => {
        seen = { url, headers };
        says(response, 200, {});
      },
      (url) => new Api(url).ask(ask),
    );
    expect(seen).toMatchObject({
      url: '/api/tasks/1',
      headers: {
        authorization: 'Bearer t',
        'idempotency-key': 'k',
        'happened-at': 'h',
        prefer: 'wait=3',
        'content-type': 'application/json',
      },
    });
  });

  it.each([429, 500, 502, 503])('is sent again, the same, after %i', async (status) => {
    const keys: unknown[] = [];
    const reply = await withServer(
      ({ headers }, response, count) => {
        keys.push(headers['idempotency-key']);
        says(response, count < 2 ? status : 201, { revision: 7 });
      },
      (url) => new Api(url).ask(ask),
    );
    expect(reply).toEqual({ revision: 7 });
    expect(keys).toEqual(['k', 'k', 'k']);
  });

  it('is sent again when the connection breaks, also in the middle of the answer', async () => {
    const reply = await withServer(
      ({ socket }, response, count) => {
        if (count === 0) socket.destroy();
        else if (count === 1) {
          response.writeHead(200, { 'content-length': 100 }).write('{');
          socket.destroySoon();
        } else says(response, 200, { revision: 7 });
      },
      (url) => new Api(url).ask(ask),
    );
    expect(reply).toEqual({ revision: 7 });
  });

  it('is not sent again when it is refused, which is told in the words of the server', async () => {
    let requests = 0;
    const asked = withServer(
      (_, response) => {
        requests += 1;
        says(response, 400, {
          type: '/problems/malformed',
          title: 'The request is not well formed',
          errors: { until: [{ rule: 'date', message: 'until must be a calendar day' }] },
        });
      },
      (url) => new Api(url).ask(ask),
    );
    await expect(asked).rejects.toEqual(
      new Refusal(400, 'malformed', 'The request is not well formed; until must be a calendar day'),
    );
    expect(requests).toBe(1);
  });

  it('is given up when patience is at its end, and it is said what was met', async () => {
    const unavailable = withServer(
      (_, response) => {
        says(response, 503, {});
      },
      (url) => new Api(url, 100).ask(ask),
    );
    await expect(unavailable).rejects.toThrow(/answers 503 .*a service behind it does not run/);
    const nobody = new Api('http://127.0.0.1:9', 100).ask(ask);
    await expect(nobody).rejects.toThrow(Trouble);
    await expect(nobody).rejects.toThrow(/nothing answers at http:\/\/127\.0\.0\.1:9 .*is it running/);
  });
});
