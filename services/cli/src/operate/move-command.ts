import { type Command, Option } from 'commander';
import { Trouble } from '../trouble.js';
import { dataFolder, say, tried } from './backup-command.js';

type Options = { readonly from: string; readonly to: string; readonly service?: string[] };

const ENGINES = ['sqlite', 'kurrentdb'];

/** From one engine to the other, while nothing runs. */
export const moveCommand = (operate: Command, print: (text: string) => void): void => {
  operate
    .command('move')
    .addOption(new Option('--from <engine>', 'where the events are').choices(ENGINES).makeOptionMandatory())
    .addOption(new Option('--to <engine>', 'where they shall be').choices(ENGINES).makeOptionMandatory())
    .option('--service <service...>', 'only these (default: every service)')
    .description('take all events to the other engine, and compare; interrupted, the same command goes on')
    .addHelpText('after', `\n${ABOUT}`)
    .action(async ({ from, to, service }: Options) => {
      if (from === to) throw new Trouble('--from and --to are the same.');
      const { kurrentUrl, SERVICES } = await import('@redress/operations/engine');
      const { openKurrent } = await import('@redress/operations/kurrent');
      const { move } = await import('@redress/operations/move/move');
      const unknown = service?.find((name) => !(SERVICES as readonly string[]).includes(name));
      if (unknown !== undefined)
        throw new Trouble(`${unknown} has no events; those who have: ${SERVICES.join(', ')}.`);
      const services = SERVICES.filter((name) => service?.includes(name) ?? true);
      const direction = from === 'sqlite' ? 'sqlite-to-kurrentdb' : 'kurrentdb-to-sqlite';
      const moved = await tried(async () => {
        const kurrent = openKurrent(kurrentUrl(process.env), process.env['REDRESS_KURRENTDB_PREFIX']);
        try {
          return await move({ data: dataFolder(), direction, kurrent, services, say });
        } finally {
          kurrent.close();
        }
      });
      for (const { service: name, events, hash } of moved.services)
        print(`${name}: ${String(events)} events, ${hash}`);
      print(`ledger ${moved.head}\nBoth hold the same. Start the services with REDRESS_EVENTS=${to}.`);
    });
};

const ABOUT = `Everything must be stopped, and REDRESS_DATA and REDRESS_KURRENTDB_URL (_PREFIX) set as for the services.
What was there before is left where it is. Rows are given up, and what the broker of npm start carries (nats/): both are
made again at the next start. With a broker of your own, delete its streams EVENTS and DEAD_LETTERS; with rows in MongoDB,
drop the databases: they stand at positions of the engine before.`;
