import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { connect } from '@nats-io/transport-node';
import { natsOptions } from './nats-options.js';

it.each([
  ['nats://broker:4222', { servers: ['broker:4222'] }],
  ['broker:4222', { servers: ['broker:4222'] }],
  ['nats://a:1, nats://b:2', { servers: ['a:1', 'b:2'] }],
  ['nats://me:p%40ss@broker:4222', { servers: ['broker:4222'], user: 'me', pass: 'p@ss' }],
  ['tls://broker:4222', { servers: ['broker:4222'], tls: {} }],
])('takes %s apart', (url, expected) => {
  const { servers, user, pass, tls, ...always } = natsOptions(url);
  expect(JSON.parse(JSON.stringify({ servers, user, pass, tls }))).toEqual(expected);
  expect(always).toMatchObject({ maxReconnectAttempts: -1, waitOnFirstConnect: true });
});

it.each(['http://broker:4222', '', 'nats://'])('refuses "%s", and quotes nothing of it', (url) => {
  expect(() => natsOptions(url)).toThrow('NATS_URL must be like nats://host:4222');
});

it('comes back to a broker that was too busy to let it in, twice', async () => {
  let times = 0;
  const broker = createServer((socket) => {
    times += 1;
    const time = times;
    socket.on('error', () => undefined);
    socket.write(`INFO ${JSON.stringify({ server_id: 'busy', version: '2.9.10', max_payload: 1_024 })}\r\n`);
    socket.on('data', (data) => {
      if (time === 2 || time === 3) socket.end("-ERR 'Authentication Timeout'\r\n");
      else if (data.includes('PING')) socket.write('PONG\r\n', () => time === 1 && socket.end());
    });
  }).listen(0, '127.0.0.1');
  await once(broker, 'listening');
  const { port } = broker.address() as AddressInfo;
  const connection = await connect(natsOptions(`nats://127.0.0.1:${String(port)}`));
  try {
    const seen: string[] = [];
    for await (const { type } of connection.status()) {
      seen.push(type);
      if (type === 'reconnect' || type === 'close') break;
    }
    expect([times, seen.at(-1)]).toEqual([4, 'reconnect']);
  } finally {
    await connection.close();
    broker.close();
  }
});
