import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { accepted, each, envelopeOf, OFFICE, sent, submitted } from './messages/opinions.mjs';
import { COMMANDS_ALONE, ECHO, INTAKE, withServices } from './messages/running.mjs';
import { alternating } from './rounds.mjs';

export const WARM_UP = 4;
export const ROUNDS = 7;
export const COMMANDS = 6_000;
const IN_FLIGHT = 64;

export const perSecond = async (services, command, ids) => {
  const started = performance.now();
  await each(ids, IN_FLIGHT, async (opinionId) =>
    accepted(await services.send(command, { opinionId }, envelopeOf(OFFICE))),
  );
  return (ids.length / (performance.now() - started)) * 1_000;
};

/** Measures `file` beside an echo; `prepared` makes so many opinions that can be acknowledged. */
const besideAnEcho = (file, prepared) =>
  withServices([file, ECHO], async (services) => {
    let ids = [];
    const ours = async () => {
      ids = await prepared(services, COMMANDS);
      return perSecond(services, AcknowledgeOpinion, ids);
    };
    const baseline = async () => {
      // Until what was just acknowledged is done with, the service is still at work.
      await prepared(services, 1);
      return perSecond(services, { subject: 'echo.acknowledge-opinion' }, ids);
    };
    // A process of a service runs for weeks; these take some ten thousand commands until they run at full speed.
    await alternating(WARM_UP, { ours, baseline });
    return alternating(ROUNDS, { ours, baseline });
  });

/** Validate, load, decide, append durably, reply. */
const command = async () => ({
  what: `full command over NATS, ${IN_FLIGHT} in flight (commands/s)`,
  ...(await besideAnEcho(COMMANDS_ALONE, sent)),
  atLeast: 0.35,
});

/** What the whole service then makes of each event is paid for as well; no goal is set for it. */
const commandAndAll = async () => ({
  what: 'the same, with its read model, relay and reactions at work in the same process (commands/s)',
  ...(await besideAnEcho(INTAKE, submitted)),
  atLeast: 0,
});

export const figures = [command, commandAndAll];
