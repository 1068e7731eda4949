import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { goesOn, mustArrive } from './arrival.js';
import { answerUnreadable } from './unreadable.js';

// Long beside what a busy machine takes for what is between two of the bytes.
const WITHIN_MS = 1_000;

let server: FastifyInstance;

beforeEach(async () => {
  server = fastify();
  mustArrive(
    server,
    answerUnreadable({}, () => 'id'),
    WITHIN_MS,
  );
  server.put('/whole', ({ body }) => ({ body }));
  server.put('/slow', async ({ body }) => {
    await longer(2 * WITHIN_MS);
    return { body };
  });
  server.addContentTypeParser('application/octet-stream', (_, __, done) => {
    done(null);
  });
  server.put('/bytes', async ({ raw }) => {
    let size = 0;
    for await (const chunk of raw) {
      goesOn(raw);
      size += (chunk as Buffer).length;
    }
    return { size };
  });
  server.put('/unread', () => ({ refused: true }));
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => server.close());

/** Until so much time has gone by: that is what these tests are about. */
const longer = async (ms: number): Promise<void> => {
  const until = performance.now() + ms;
  while (performance.now() < until) await new Promise((resolve) => setImmediate(resolve));
};

const begun = (path: string, type: string, body: string): Socket => {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  const head = [`PUT ${path} HTTP/1.1`, 'Host: x', `Content-Type: ${type}`, 'Content-Length: 100', '', body];
  socket.write(head.join('\r\n'));
  return socket;
};

it.each([
  ['a body that stops', '/whole', 'application/json', '{"a":'],
  ['bytes that stop', '/bytes', 'application/octet-stream', 'abc'],
])('answers 408 to %s, and hangs up', async (_, path, type, body) => {
  const answer = await text(begun(path, type, body));
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
  expect(answer).toContain('/problems/too-slow');
});

it('hangs up on who goes on sending what was refused', async () => {
  const answer = await text(begun('/unread', 'application/octet-stream', 'abc'));
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  expect(answer).not.toContain('408');
});

it('waits for bytes as long as some arrive', async () => {
  const { port } = server.server.address() as AddressInfo;
  const headers = { 'content-type': 'application/octet-stream', 'content-length': '5' };
  const sending = request({ host: '127.0.0.1', port, path: '/bytes', method: 'PUT', headers });
  const answered = once(sending, 'response');
  const began = performance.now();
  for (let sent = 0; sent < 5; sent += 1) {
    sending.write('x');
    await longer(WITHIN_MS / 2);
  }
  sending.end();
  const [response] = (await answered) as [NodeJS.ReadableStream & { statusCode: number }];
  expect([response.statusCode, await text(response)]).toEqual([200, '{"size":5}']);
  expect(performance.now() - began).toBeGreaterThan(2 * WITHIN_MS);
});

it('leaves alone what has arrived, however long the answer takes', async () => {
  const { port } = server.server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${String(port)}/slow`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
  expect(await answer.json()).toEqual({ body: { a: 1 } });
});
