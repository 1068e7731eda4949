import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { within } from '@redress/telemetry/scope';
import { COMMANDS, perSecond, ROUNDS, WARM_UP } from './command.mjs';
import { freePort } from './free-port.mjs';
import { sent } from './messages/opinions.mjs';
import { added } from './messages/added.mjs';
import { COMMANDS_ALONE, withServices } from './messages/running.mjs';
import { alternating } from './rounds.mjs';

/** As the gateway asks: within a request, whose id goes beside the question. */
const ofARequest = { isAnonymous: false, requestId: '0190a5c4-1111-7aaa-8aaa-00000000000a' };

/** All threads of a process together. What others do on the machine is not in it, as it is in the time that passes. */
const processorSeconds = (pid) =>
  readdirSync(`/proc/${pid}/task`)
    .map(
      (thread) => Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e9,
    )
    .reduce((sum, one) => sum + one, 0);

const commandsPerProcessorSecond = async (services, { pid }, about) => {
  const ids = await sent(services, COMMANDS);
  const before = processorSeconds(pid);
  await within(about, () => perSecond(services, AcknowledgeOpinion, ids));
  return ids.length / (processorSeconds(pid) - before);
};

/** The same commands to the same service, with what watches it and without. */
const watched = async (what, env, atLeast) => {
  const ours = { env, about: ofARequest };
  const baseline = { env: { BENCH_UNOBSERVED: '1' }, about: undefined };
  const first = await inTurn({ ours, baseline });
  const second = await inTurn({ baseline, ours });
  return {
    what: `${what} (commands per second of the processor in the service)`,
    ...second,
    // Of two services that are alike the one that was started first is slower, by as much as is looked for here.
    ratio: Math.sqrt(first.ratio * second.ratio),
    atLeast,
  };
};

/** Started in the order in which they are named, measured in turn. */
const inTurn = (services) => {
  const [[one, { env }], [other, { env: otherEnv }]] = Object.entries(services);
  const start = (its, act) => withServices([COMMANDS_ALONE], act, { env: its });
  return start(env, (first, { processes: [firstProcess] }) =>
    start(otherEnv, async (second, { processes: [secondProcess] }) => {
      const both = {
        [one]: () => commandsPerProcessorSecond(first, firstProcess, services[one].about),
        [other]: () => commandsPerProcessorSecond(second, secondProcess, services[other].about),
      };
      await alternating(WARM_UP, both);
      return alternating(ROUNDS, both);
    }),
  );
};

/**
 * Neither traces nor numbers are wanted. What is left is too little to be seen between two processes that are alike, so it is
 * taken by itself, and out of what a command takes in all.
 */
const off = () =>
  withServices([COMMANDS_ALONE], async (services, { processes: [service] }) => {
    let seconds = 0;
    const ours = async () => {
      const perSecond = await commandsPerProcessorSecond(services, service, ofARequest);
      seconds = 1 / perSecond;
      return perSecond;
    };
    const baseline = async () => 1 / (seconds - (await added()));
    await alternating(WARM_UP, { ours, baseline });
    return {
      what: 'commands with traces and numbers off, beside the same less what watching adds (commands per second of the processor in the service)',
      ...(await alternating(ROUNDS, { ours, baseline })),
      atLeast: 0.98,
    };
  });

const numbers = async () =>
  watched(
    'commands with numbers on, beside commands that nobody watches',
    { REDRESS_METRICS_PORT: String(await freePort()) },
    0,
  );

/** To a collector that takes everything and keeps nothing, in the process that sends the commands: two spans a command. */
const traces = async (what, share) => {
  const collector = createServer((request, response) => request.resume().on('end', () => response.end('{}')));
  const port = await freePort();
  await new Promise((done) => collector.listen(port, '127.0.0.1', done));
  try {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
      OTEL_TRACES_SAMPLER_ARG: String(share),
    };
    return await watched(`commands with ${what}, beside commands that nobody watches`, env, 0);
  } finally {
    collector.close();
    collector.closeAllConnections();
  }
};

export const figures = [
  off,
  numbers,
  () => traces('traces on', 1),
  () => traces('one of ten traces kept', 0.1),
];
