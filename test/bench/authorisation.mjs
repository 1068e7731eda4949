import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { COMMANDS, perSecond, ROUNDS, WARM_UP } from './command.mjs';
import { sent } from './messages/opinions.mjs';
import { COMMANDS_ALONE, withServices } from './messages/running.mjs';
import { alternating } from './rounds.mjs';

const commands = async (services) => perSecond(services, AcknowledgeOpinion, await sent(services, COMMANDS));

/** The same commands to the same service, once as it is and once without the policy before its handlers. */
const authorisation = async () => ({
  what: 'commands that are asked who may, beside commands that are not (commands/s)',
  ...(await withServices([COMMANDS_ALONE], (guarded) =>
    withServices(
      [COMMANDS_ALONE],
      async (unguarded) => {
        const both = { ours: () => commands(guarded), baseline: () => commands(unguarded) };
        await alternating(WARM_UP, both);
        return alternating(ROUNDS, both);
      },
      { env: { BENCH_UNGUARDED: '1' } },
    ),
  )),
  atLeast: 0.9,
});

export const figures = [authorisation];
