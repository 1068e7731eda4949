import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { keepRoom, mayTakeItsTime } from './connections.js';

const MOST = 4;

let server: Server;
let held: ServerResponse[];
const port = (): number => (server.address() as AddressInfo).port;

beforeEach(async () => {
  held = [];
  server = createServer((request, answer) => {
    const { url, socket } = request;
    // Who sends it is known a little later than it comes.
    if (url === '/file')
      setImmediate(() => {
        mayTakeItsTime(socket);
      });
    if (request.method === 'POST') request.on('end', () => answer.end('whole')).resume();
    else if (url === '/held') held.push(answer);
    else answer.end('answered');
  });
  keepRoom(server, MOST);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** One that sends no more than the beginning of a request. */
const slow = async (): Promise<Socket> => {
  const socket = connect(port(), '127.0.0.1');
  const arrived = once(server, 'connection');
  await arrived;
  socket.write('GET / HTTP/1.1\r\nX-Slow: ');
  return socket;
};

const asked = (path: string): ReturnType<typeof get> => get({ port: port(), path, agent: false });
const answered = async (path: string): Promise<string> => {
  const [response] = (await once(asked(path), 'response')) as [IncomingMessage];
  return text(response);
};

it('answers however many connections are held open without a request', async () => {
  const slows: Socket[] = [];
  for (let n = 0; n < 3 * MOST; n += 1) slows.push(await slow());
  expect(await answered('/')).toBe('answered');
  const gone = slows.filter(({ destroyed }) => !destroyed).slice(0, -MOST);
  await Promise.all(gone.map((socket) => once(socket.resume(), 'close')));
  // The longest waiting went, and no more than had to.
  expect(slows.map(({ destroyed }) => destroyed)).toEqual(slows.map((_, n) => n < 3 * MOST - MOST + 1));
});

it('lets those be that are being answered, and turns away who comes when all are', async () => {
  const requests = Array.from({ length: MOST }, () => asked('/held'));
  const responses = requests.map((request) => once(request, 'response') as Promise<[IncomingMessage]>);
  while (held.length < MOST) await once(server, 'request');
  await expect(answered('/')).rejects.toThrow();
  for (const answer of held) answer.end('at last');
  for (const [response] of await Promise.all(responses)) expect(await text(response)).toBe('at last');
  expect(await answered('/')).toBe('answered');
});

const gone = async (socket: Socket): Promise<void> => {
  if (!socket.closed) await once(socket.resume(), 'close');
};

/** One whose body does not come to its end. */
const unfinished = async (path: string): Promise<Socket> => {
  const socket = connect(port(), '127.0.0.1');
  const began = once(server, 'request');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{`);
  await began;
  return socket;
};

it('hangs up on the body that is longest on its way, when nothing else is left, but on none that may take its time', async () => {
  const file = await unfinished('/file');
  const longest = await unfinished('/');
  const slows = [await unfinished('/'), await unfinished('/')];
  expect(await answered('/')).toBe('answered');
  await gone(longest);
  expect([file, ...slows].map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
  file.write('123456789');
  expect(String((await once(file, 'data'))[0])).toContain('whole');
});

it('counts a body that is there as one that is being answered, and then as one that waits', async () => {
  const socket = connect(port(), '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}');
  expect(String((await once(socket, 'data'))[0])).toContain('whole');
  const slows = [await slow(), await slow(), await slow()];
  expect(await answered('/')).toBe('answered');
  await gone(socket);
  expect(slows.map(({ destroyed }) => destroyed)).toEqual([false, false, false]);
});
