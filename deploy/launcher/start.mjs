// `npm start`: the whole system on one machine, without an engine for containers. It starts a nats-server on loopback
// and every service as a process of its own, starts again what crashes, and stops all of them on Ctrl-C or SIGTERM.
//
// Options, by environment (docs/operations.md):
//   REDRESS_DATA       folder for everything that is kept, ./data
//   REDRESS_HOST       address on which the gateway listens, 127.0.0.1
//   REDRESS_PORT       its port, 3000
//   REDRESS_NATS_PORT  port of the nats-server on loopback; by default a free one from 14222 to 24221
//   REDRESS_METRICS_PORT  port for the metrics of the first process, the next for the next; by default none
//   NATS_URL           a server with JetStream that runs already, or several of a cluster; then none is started
//   REDRESS_NATS_KEYS  folder with the keys of the services for it, as deploy/broker/make-keys.mjs makes them
//   REDRESS_COPIES     how many of each service but the gateway, or of some: intake:2,rectification:3

import { fileURLToPath } from 'node:url';
import { launch } from './launch.mjs';
import { SERVICES } from './services.mjs';
import { settingsFrom } from './settings.mjs';
import { orSay } from './trouble.mjs';

// The terminal may be closed before us; its signal stops us, not a line that nobody reads.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

await orSay(async () => {
  const services = SERVICES.map((name) => ({
    name,
    main: fileURLToPath(new URL(`../../services/${name}/dist/main.js`, import.meta.url)),
  }));
  await launch(settingsFrom(process.env), services, (line) => console.log(line));
});
process.exit();
