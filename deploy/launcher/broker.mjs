import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { natsOptions } from '@redress/messaging/nats-options';
import { authorizationFor } from '../broker/keys.mjs';
import { freePortFor, isFree } from './ports.mjs';
import { Trouble } from './trouble.mjs';

/** How long a broker that somebody else runs may take to answer. */
const OTHERS_ANSWER_WITHIN_MS = 10_000;

/** The history of a long case is one message; nats-server warns above 8 MB. */
const MAX_PAYLOAD = 8 * 1024 * 1024;

/**
 * Writes what the broker is to do: loopback only, each service with its own key and rights, and JetStream below the data folder.
 *
 * @param {Readonly<Record<string, string>>} publicKeys of each that signs in
 * @returns {Promise<{ args: string[], url: string }>}
 */
export const configureBroker = async (data, wantedPort, publicKeys) => {
  if (wantedPort !== undefined && !(await isFree(wantedPort, '127.0.0.1')))
    throw new Trouble(
      `Port ${wantedPort}, which REDRESS_NATS_PORT names, is taken. End what listens there, or leave ` +
        'REDRESS_NATS_PORT unset: then a free port is chosen.',
    );
  const port = wantedPort ?? (await freePortFor(data.path));
  const config = data.writeSecret(
    join('run', 'nats-server.conf'),
    [
      `listen: "127.0.0.1:${port}"`,
      'server_name: "redress"',
      `max_payload: ${MAX_PAYLOAD}`,
      // Of several copies one that is frozen is not sent requests for long.
      'ping_interval: "10s"',
      'ping_max: 2',
      `jetstream { store_dir: ${JSON.stringify(join(data.path, 'nats'))} }`,
      authorizationFor(publicKeys),
    ].join('\n'),
  );
  return { args: ['--config', config], url: `nats://127.0.0.1:${port}` };
};

/** Resolves once the broker takes our key and has JetStream; until then it is asked again. */
export const brokerIsReady = async (url, keyFile, signal) => {
  for (;;) {
    const trouble = await troubleWith(url, keyFile);
    if (!trouble || signal.aborted) return;
    await pause(100);
  }
};

/** Looks for a broker that somebody else runs, and gives up in the end. */
export const lookForBroker = async (url, keyFile) => {
  const patience = Date.now() + OTHERS_ANSWER_WITHIN_MS;
  let trouble = await troubleWith(url, keyFile);
  while (trouble && Date.now() < patience) {
    await pause(250);
    trouble = await troubleWith(url, keyFile);
  }
  if (trouble)
    throw new Trouble(
      `No usable NATS server with JetStream at ${withoutPassword(url)}, which NATS_URL names: ${trouble}. Start it, ` +
        'correct NATS_URL, or unset it: then Redress starts its own.',
    );
};

const troubleWith = async (url, keyFile) => {
  try {
    const connection = await connect({
      ...natsOptions(url, keyFile),
      reconnect: false,
      waitOnFirstConnect: false,
      timeout: 2_000,
    });
    try {
      await (await jetstreamManager(connection, { timeout: 2_000 })).getAccountInfo();
      return undefined;
    } finally {
      await connection.close();
    }
  } catch (error) {
    return error.message;
  }
};

const withoutPassword = (url) => url.replaceAll(/[^,/]*@/g, '');

/**
 * Ends the broker when the launcher is gone, however that ended: a shell that reads the broker's process id from a
 * pipe, and reads its end when nobody holds the other side any more. The services see that for themselves.
 */
export const guardOfBroker = () => {
  // In a container there may be no shell; there what the launcher started ends with it.
  if (process.platform === 'win32' || !existsSync('/bin/sh')) return { watch: () => {}, end: () => {} };
  const script =
    'trap "" INT TERM HUP; while read -r pid; do last=$pid; done; [ "$last" ] && kill -TERM "$last"';
  const guard = spawn('/bin/sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.stdin.on('error', () => {});
  return { watch: (pid) => guard.stdin.write(`${pid ?? ''}\n`), end: () => guard.kill('SIGKILL') };
};
