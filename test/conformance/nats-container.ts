import { GenericContainer, Wait } from 'testcontainers';

const IMAGE = process.env['REDRESS_NATS_IMAGE'] ?? 'nats:2.10-alpine';

/** One server with JetStream. */
export const natsContainer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const container = await new GenericContainer(IMAGE)
    .withCommand(['-js'])
    .withExposedPorts(4222)
    .withWaitStrategy(Wait.forLogMessage('Server is ready'))
    .withStartupTimeout(60_000)
    .start();
  return {
    url: `nats://${container.getHost()}:${String(container.getMappedPort(4222))}`,
    stop: async () => {
      await container.stop();
    },
  };
};
