import { afterAll } from '@jest/globals';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { carries } from './carries.js';
import { natsContainer } from './nats-container.js';
import { onServer, serverFor } from './servers.js';

const broker = await TestBroker.start();
carries('Relay and reactions on nats-server of this machine', broker.url);

const server = await serverFor('REDRESS_NATS_URL', natsContainer);
onServer('Relay and reactions on NATS', server, (url) => {
  carries('Relay and reactions on NATS', url);
});

afterAll(async () => {
  await broker.stop();
  if ('url' in server) await server.stop();
});
