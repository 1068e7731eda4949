import { freePort } from '@redress/messaging/nats-server.testing';
import { GenericContainer, type StartedTestContainer, Wait } from 'testcontainers';

const IMAGE = process.env['REDRESS_MONGODB_IMAGE'] ?? 'mongo:8.0';

/**
 * A replica set in one container: its members have to be reached under the same names from inside and from outside, so each
 * listens on a port that is free here.
 */
export const replicaSet = async (members: number): Promise<{ url: string; stop: () => Promise<void> }> => {
  const ports: number[] = [];
  while (ports.length < members) ports.push(await freePort());
  const hosts = ports.map((port) => `127.0.0.1:${String(port)}`);
  const start = ports
    .map(
      (port) =>
        `mkdir -p /tmp/${String(port)} && mongod --replSet rs0 --bind_ip_all --port ${String(port)} ` +
        `--wiredTigerCacheSizeGB 0.25 --oplogSize 128 --dbpath /tmp/${String(port)} --fork --logpath /tmp/${String(port)}.log`,
    )
    .join(' && ');
  const container = await new GenericContainer(IMAGE)
    .withEntrypoint(['bash', '-c'])
    .withCommand([`${start} && echo all are up && tail -f /dev/null`])
    .withExposedPorts(...ports.map((port) => ({ container: port, host: port })))
    .withWaitStrategy(Wait.forLogMessage('all are up'))
    .withStartupTimeout(120_000)
    .start();
  await initiate(container, ports, hosts);
  return {
    url: `mongodb://${hosts.join(',')}/?replicaSet=rs0`,
    stop: async () => {
      await container.stop();
    },
  };
};

const initiate = async (
  container: StartedTestContainer,
  [first = 0]: readonly number[],
  hosts: readonly string[],
): Promise<void> => {
  const config = JSON.stringify({ _id: 'rs0', members: hosts.map((host, _id) => ({ _id, host })) });
  const script = `rs.initiate(${config}); while (!db.hello().isWritablePrimary) sleep(100)`;
  const { exitCode, output } = await container.exec([
    'mongosh',
    '--quiet',
    '--port',
    String(first),
    '--eval',
    script,
  ]);
  if (exitCode !== 0) throw new Error(`the replica set was not initiated: ${output}`);
};
