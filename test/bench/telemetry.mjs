import { createServer } from 'node:http';
import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { within } from '@redress/telemetry/scope';
import { COMMANDS, perSecond, ROUNDS, WARM_UP } from './command.mjs';
import { freePort } from './free-port.mjs';
import { sent } from './messages/opinions.mjs';
import { COMMANDS_ALONE, withServices } from './messages/running.mjs';
import { alternating } from './rounds.mjs';

/** As the gateway asks: within a request, whose id goes beside the question. */
const ofARequest = { isAnonymous: false, requestId: '0190a5c4-1111-7aaa-8aaa-00000000000a' };

const commands = async (services, about) => {
  const ids = await sent(services, COMMANDS);
  return within(about, () => perSecond(services, AcknowledgeOpinion, ids));
};

/** The same commands to the same service, with what watches it and without. */
const watched = async (what, env, atLeast) => ({
  what,
  ...(await withServices(
    [COMMANDS_ALONE],
    (observed) =>
      withServices(
        [COMMANDS_ALONE],
        async (unobserved) => {
          const both = {
            ours: () => commands(observed, ofARequest),
            baseline: () => commands(unobserved, undefined),
          };
          await alternating(WARM_UP, both);
          return alternating(ROUNDS, both);
        },
        { env: { BENCH_UNOBSERVED: '1' } },
      ),
    { env },
  )),
  atLeast,
});

/** Neither traces nor numbers are wanted: what is left is to know, for a line of the log, of which request it is. */
const off = () =>
  watched('commands with traces and numbers off, beside none of it at all (commands/s)', {}, 0.98);

const numbers = async () =>
  watched('the same with numbers on (commands/s)', { REDRESS_METRICS_PORT: String(await freePort()) }, 0);

/** To a collector that takes everything and keeps nothing; it is in the process that sends the commands. */
const traces = async () => {
  const collector = createServer((request, response) => request.resume().on('end', () => response.end('{}')));
  const port = await freePort();
  await new Promise((done) => collector.listen(port, '127.0.0.1', done));
  try {
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` };
    return await watched('the same with the traces of all appends on (commands/s)', env, 0);
  } finally {
    collector.close();
    collector.closeAllConnections();
  }
};

export const figures = [off, numbers, traces];
