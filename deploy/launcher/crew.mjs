import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { brokerIsReady, configureBroker, guardOfBroker, lookForBroker } from './broker.mjs';
import { findBroker } from './find-broker.mjs';
import { LogFile } from './log-file.mjs';
import { Supervised } from './supervised.mjs';

/** A service has up to 10 s to answer what it was asked already; a moment more before it is killed. */
const GRACE_MS = 12_000;

/** Small enough that a service stays far below 250 MB as the system counts it. */
const HEAP = ['--max-old-space-size=128', '--max-semi-space-size=8'];

/** The lines that are shown on the console as well. */
const BROKER_ALARMS = /\[(WRN|ERR|FTL)\] |^nats-server: /;
const SERVICE_ALARMS = /\b(WARN|ERROR|FATAL)\b|^{"level":"(warn|error|fatal)"|^\w*Error\b/;

/** Every process that the launcher runs: the broker, unless somebody else runs it, and the services. */
export class Crew {
  #broker;
  #services = [];
  #guard;
  #stopping = false;
  #run = randomUUID();

  /** With which the first account can be opened; undefined when that was done. Told on the console alone. */
  setUpToken;

  constructor(settings, data, say) {
    this.settings = settings;
    this.data = data;
    this.say = say;
  }

  /** @param {{ name: string, main: string, args?: string[] }[]} services of which the gateway comes last */
  async start(services) {
    const { natsUrl, natsKeys } = this.settings;
    if (natsUrl) await lookForBroker(natsUrl, natsKeys && join(natsKeys, 'launcher.nk'));
    const url = natsUrl ?? (await this.#startBroker());
    const copies = services.flatMap((service) =>
      Array.from({ length: this.settings.copiesOf(service.name) }, (_, copy) => [service, copy + 1]),
    );
    await Promise.all(copies.map(([service, copy], index) => this.#startService(service, copy, index, url)));
  }

  /** The gateway first, so that nothing new comes in; the broker last, so that all can answer what they have. */
  async stop(hurry) {
    this.#stopping = true;
    const [gateway, ...others] = this.#services.toSorted((one) => (one.task.name === 'gateway' ? -1 : 1));
    await gateway?.stop(GRACE_MS, hurry);
    await Promise.all(others.map((service) => service.stop(GRACE_MS, hurry)));
    await this.#broker?.stop(GRACE_MS, hurry);
    this.#guard?.end();
  }

  async #startBroker() {
    const command = await findBroker(this.say);
    const { args, url } = await configureBroker(
      this.data,
      this.settings.natsPort,
      this.data.publicBrokerKeys(),
    );
    this.#guard = guardOfBroker();
    this.#broker = this.#supervised({
      name: 'nats-server',
      command,
      args,
      env: process.env,
      speaks: false,
      ready: (_, signal) => brokerIsReady(url, this.data.brokerKey('launcher'), signal),
      alarming: BROKER_ALARMS,
    });
    await this.#started(this.#broker);
    return url;
  }

  async #startService({ name: service, main, args = [] }, copy, index, natsUrl) {
    const { data, host, port, metricsPort } = this.settings;
    const name = copy === 1 ? service : `${service}-${copy}`;
    const supervised = this.#supervised({
      name,
      command: process.execPath,
      args: ['--enable-source-maps', ...HEAP, main, ...args],
      env: {
        ...process.env,
        NO_COLOR: '1',
        REDRESS_DATA: data,
        REDRESS_HOST: host,
        REDRESS_PORT: String(port),
        REDRESS_METRICS_PORT: metricsPort === undefined ? '' : String(metricsPort + index),
        NATS_URL: natsUrl,
        // One that is started again is still the same to the others.
        REDRESS_COPY: `${this.#run}.${name}`,
        // The token that counts is the one that was made last: one copy makes them.
        ...(copy === 1 ? {} : { REDRESS_SET_UP_TOKEN: 'none' }),
        ...this.#keyOf(service),
      },
      speaks: true,
      ready: (child) =>
        new Promise((done) =>
          child.on('message', (message) => {
            if (message.setUpToken) this.#tellSetUpToken(message.setUpToken);
            if (message.ready === true) done();
          }),
        ),
      alarming: SERVICE_ALARMS,
    });
    this.#services.push(supervised);
    await this.#started(supervised);
  }

  #keyOf(service) {
    const { natsUrl, natsKeys } = this.settings;
    if (natsKeys) return { REDRESS_NATS_KEY_FILE: join(natsKeys, `${service}.nk`) };
    return natsUrl ? {} : { REDRESS_NATS_KEY_FILE: this.data.brokerKey(service) };
  }

  /** The first one stands in the welcome; each start of the service makes another, and the one before works no more. */
  #tellSetUpToken(token) {
    if (this.setUpToken) this.say(`the set-up token is now ${token}`);
    this.setUpToken = token;
  }

  #supervised(task) {
    if (this.#stopping) throw new Error('told to stop');
    const { name } = task;
    const guard = name === 'nats-server' ? this.#guard : undefined;
    return new Supervised(task, new LogFile(join(this.data.logs, `${name}.log`)), {
      say: this.say,
      began: (pid) => {
        this.data.began(name, pid);
        guard?.watch(pid);
      },
      ended: () => {
        this.data.ended(name);
        guard?.watch(undefined);
      },
    });
  }

  async #started(supervised) {
    const began = performance.now();
    await supervised.start();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    this.say(`  ${styleText('green', '✓')} ${supervised.task.name.padEnd(14)} ready after ${seconds} s`);
  }
}
