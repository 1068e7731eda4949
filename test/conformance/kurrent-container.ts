import { GenericContainer, Wait } from 'testcontainers';

const IMAGE = process.env['REDRESS_KURRENTDB_IMAGE'] ?? 'docker.kurrent.io/kurrent-latest/kurrentdb:25.1';

/** One node, in memory and without TLS. */
export const kurrentContainer = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const container = await new GenericContainer(IMAGE)
    .withCommand(['--insecure', '--mem-db', '--run-projections=None'])
    .withExposedPorts(2113)
    .withWaitStrategy(Wait.forHttp('/health/live', 2113).forStatusCodeMatching((code) => code < 300))
    .withStartupTimeout(120_000)
    .start();
  return {
    url: `kurrentdb://${container.getHost()}:${String(container.getMappedPort(2113))}?tls=false`,
    stop: async () => {
      await container.stop();
    },
  };
};
