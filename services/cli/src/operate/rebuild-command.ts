import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { ProjectionHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import type { Settings } from '../sign-in/settings.js';
import { Trouble } from '../trouble.js';
import { say } from './backup-command.js';
import { type Ask, asOperator } from './operator.js';
import { percent } from './percent.js';

const LOOK_EVERY_MS = 500;
/** A copy of the service that began it and is gone leaves it as far as it was. */
const STANDS_STILL_MS = 120_000;

/** Rows are made anew beside those in use, which go on answering. */
export const rebuildCommand = (
  operate: Command,
  settings: () => Settings,
  print: (text: string) => void,
): void => {
  operate
    .command('rebuild')
    .argument('<service>')
    .argument('<projection>', 'as "redress ops lag" names it')
    .description('make the rows of a projection anew from the log, while the service goes on')
    .action(async (service: string, projection: string) => {
      const ask = await asOperator(settings());
      const path = `/projections/${encodeURIComponent(service)}/${encodeURIComponent(projection)}/rebuild`;
      const { position } = await ask<{ position: string }>({ method: 'PUT', path });
      await untilDone(ask, service, projection);
      print(`${projection} of ${service} is made anew, up to ${position} at least.`);
    });
};

const untilDone = async (ask: Ask, service: string, projection: string): Promise<void> => {
  let last = '';
  let movedAt = Date.now();
  for (;;) {
    const { rebuild } = await stateOf(ask, service, projection);
    if (!rebuild) return;
    if (rebuild.state === 'failed')
      throw new Trouble(
        `${projection} was not made anew; the log of ${service} says why. The rows are as before.`,
      );
    if (rebuild.position !== last) {
      say(`${projection}: ${percent(rebuild)}, ${String(rebuild.lag)} events left`);
      [last, movedAt] = [rebuild.position, Date.now()];
    }
    if (Date.now() - movedAt > STANDS_STILL_MS)
      throw new Trouble(
        'It stands still: whoever made the rows anew is gone. The same command begins again.',
      );
    await pause(LOOK_EVERY_MS);
  }
};

const stateOf = async (ask: Ask, service: string, projection: string): Promise<ProjectionHealth> => {
  for (;;) {
    const { services } = await ask<Status>({ path: '/status' });
    const health = services.find((one) => one.service === service);
    const found = health?.projections.find(({ name }) => name === projection);
    if (found) return found;
    // It does not answer just now; when it is gone for good, so is what it did.
    if (health) throw new Trouble(`${service} has no ${projection}.`);
    await pause(LOOK_EVERY_MS);
  }
};
