import { AcknowledgeOpinion } from '@redress/contracts/intake/acknowledge-opinion';
import { accepted, each, envelopeOf, OFFICE, submitted } from './messages/opinions.mjs';
import { ECHO, INTAKE, withServices } from './messages/running.mjs';
import { alternating } from './rounds.mjs';

const WARM_UP = 4;
const ROUNDS = 7;
const COMMANDS = 6_000;
const IN_FLIGHT = 64;

const perSecond = async (services, command, ids) => {
  const started = performance.now();
  await each(ids, IN_FLIGHT, async (opinionId) =>
    accepted(await services.send(command, { opinionId }, envelopeOf(OFFICE))),
  );
  return (ids.length / (performance.now() - started)) * 1_000;
};

/** The service does beside what it always does: keep its read model up, and relay. */
const command = () =>
  withServices([INTAKE, ECHO], async (services) => {
    let ids = [];
    const ours = async () => {
      ids = await submitted(services, COMMANDS);
      return perSecond(services, AcknowledgeOpinion, ids);
    };
    const baseline = async () => {
      // Until the read model has what was just acknowledged, the service is still at work.
      await submitted(services, 1);
      return perSecond(services, { subject: 'echo.acknowledge-opinion' }, ids);
    };
    // A process of a service runs for weeks; these take some ten thousand commands until they run at full speed.
    await alternating(WARM_UP, { ours, baseline });
    return {
      what: `full command over NATS, ${IN_FLIGHT} in flight (commands/s)`,
      ...(await alternating(ROUNDS, { ours, baseline })),
      atLeast: 0.35,
    };
  });

export const figures = [command];
